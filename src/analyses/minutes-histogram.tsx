import { useTranslation } from "react-i18next";
import { classColour, stepOf } from "../cartography/class-colour.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark } from "../state/appearance.ts";
import type { MinutesRange } from "../state/colouring-state.ts";
import { useApp } from "../state/store.ts";
import {
  BARS,
  barWeights,
  CHART,
  cumulativeShares,
  curvePath,
  type MinutesBar,
  mostOf,
} from "./minutes-chart-frame.ts";
import { useBrush } from "./use-brush.ts";
import type { Minutes } from "./use-minutes.ts";

const { widthPx, heightPx, left, top, bottom } = CHART;
const TICKS = [5, 10, 15, 20, 25, 30];
const SHARES = [0.25, 0.5, 0.75, 1];

/** How many walk how long, in the colours of the map; minutes dragged over are lit alone. Fields beside it do the same. */
export function MinutesHistogramChart({
  minutes,
  says,
}: {
  readonly minutes: Minutes;
  readonly says: string;
}) {
  const { t } = useTranslation();
  const isDark = useApp(selectIsDark);
  const range = useApp((state) => state.minutes.range);
  const brush = useBrush();
  const { first, beside, by } = minutes;
  const most = mostOf(beside ? [first, beside] : [first]);
  const known = barWeights(first);
  return (
    <figure className="minutes-chart">
      <figcaption>
        <b>{t(`minutesView.chartTitle.${by}`)}</b>{" "}
        <small>
          {t(`minutesView.chartNote.${by}`)}
          {beside ? t("minutesView.chartNoteBeside") : null}
        </small>
      </figcaption>
      <svg viewBox={`0 0 ${widthPx} ${heightPx}`} role="img" aria-label={says} {...brush}>
        <Grid />
        {range === null ? null : <RangeFace range={range} />}
        {BARS.map((bar, at) => (
          <g key={bar.x} opacity={isOutside(bar, range) ? 0.25 : 1}>
            <rect
              x={bar.x + 0.6}
              width={bar.widthPx - 1.2}
              {...tall(known[at]!, most)}
              fill={fillOf(bar, isDark)}
              stroke={bar.from === null ? "var(--ink-2)" : "none"}
              strokeDasharray="2 2"
            />
            {known[at]! > most ? <Cut bar={bar} /> : null}
            <BarTitle bar={bar} at={at} minutes={minutes} />
            {bar.to === bar.from! + 1 || known[at] === 0 ? null : (
              <ShareOver bar={bar} y={tall(known[at]!, most).y} share={known[at]! / first.total} />
            )}
          </g>
        ))}
        {beside ? <Outline weights={barWeights(beside)} most={most} /> : null}
        <path className="minutes-curve" d={curvePath(first)} />
        {beside ? <path className="minutes-curve" data-side="beside" d={curvePath(beside)} /> : null}
      </svg>
    </figure>
  );
}

const fillOf = ({ from }: MinutesBar, isDark: boolean) =>
  from === null ? "none" : classColour("minutes", stepOf("minutes", from * 60 + 1), isDark);

// a bar gathered of many minutes may be taller than those of one: it ends at the frame, and its title says how many
function tall(weight: number, most: number) {
  const part = most > 0 ? Math.min(1, weight / most) : weight > 0 ? 1 : 0;
  const height = part * (bottom - top);
  return { y: bottom - height, height };
}

function isOutside({ from, to }: MinutesBar, range: MinutesRange | null): boolean {
  if (range === null) return false;
  const end = range.to ?? Number.POSITIVE_INFINITY;
  return from === null || from < range.from || (to ?? Number.POSITIVE_INFINITY) > end;
}

function Grid() {
  const { t } = useTranslation();
  const xOf = (minute: number) => left + minute * BARS[0]!.widthPx;
  const middle = (bar: MinutesBar) => bar.x + bar.widthPx / 2;
  const [hour, over, off] = BARS.slice(-3) as [MinutesBar, MinutesBar, MinutesBar];
  return (
    <g className="minutes-grid">
      {SHARES.map((share) => (
        <line
          key={share}
          x1={left}
          x2={widthPx}
          y1={bottom - share * (bottom - top)}
          y2={bottom - share * (bottom - top)}
        />
      ))}
      <text x={widthPx} y={top - 2} textAnchor="end">
        100%
      </text>
      {TICKS.map((minute) => (
        <g key={minute}>
          <line x1={xOf(minute)} x2={xOf(minute)} y1={bottom} y2={bottom + 4} />
          <text x={xOf(minute)} y={bottom + 15} textAnchor="middle">
            {minute}
          </text>
        </g>
      ))}
      <text x={middle(hour) + 4} y={bottom + 15} textAnchor="middle">
        –60
      </text>
      <text x={middle(over)} y={bottom + 15} textAnchor="middle">
        {t("minutesView.over")}
      </text>
      <text x={middle(off)} y={bottom + 15} textAnchor="middle">
        {t("minutesView.unknown")}
      </text>
    </g>
  );
}

function RangeFace({ range }: { readonly range: MinutesRange }) {
  const inside = BARS.filter((bar) => !isOutside(bar, range));
  const [one, last] = [inside[0], inside.at(-1)];
  if (!one || !last) return null;
  return (
    <rect
      className="minutes-range"
      x={one.x}
      y={top - 4}
      width={last.x + last.widthPx - one.x}
      height={bottom - top + 8}
    />
  );
}

// a bar that ends at the frame goes on beyond it
function Cut({ bar: { x, widthPx: width } }: { readonly bar: MinutesBar }) {
  return <path className="minutes-cut" d={`M${x} ${top + 16}l${width} -7`} />;
}

// of a bar gathered of many minutes, which may end at the frame
function ShareOver({
  bar,
  y,
  share,
}: {
  readonly bar: MinutesBar;
  readonly y: number;
  readonly share: number;
}) {
  const numbers = useNumbers();
  return (
    <text className="minutes-share" x={bar.x + bar.widthPx / 2} y={y - 3} textAnchor="middle">
      {numbers.share(share)}
    </text>
  );
}

function Outline({ weights, most }: { readonly weights: readonly number[]; readonly most: number }) {
  const path = BARS.map(({ x, widthPx: width }, at) => {
    const { y } = tall(weights[at]!, most);
    return `M${x} ${y.toFixed(1)}h${width}`;
  });
  return <path className="minutes-outline" d={path.join("")} />;
}

function BarTitle({
  bar: { from, to },
  at,
  minutes: { first, by },
}: {
  readonly bar: MinutesBar;
  readonly at: number;
  readonly minutes: Minutes;
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const count = numbers.counted(barWeights(first)[at]!, t(`minutesView.unitOf.${by}`));
  if (from === null) return <title>{t("minutesView.barOff", { count })}</title>;
  if (to === null) return <title>{t("minutesView.barOver", { count })}</title>;
  const share = numbers.share(cumulativeShares(first)[at]!);
  return <title>{t("minutesView.bar", { from, to, count, share })}</title>;
}
