import type { PageCurve, ProgrammePage } from "../../server/contract/programme-page.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { select } from "../state/selection.ts";
import { PageCard } from "./page-card.tsx";
import { Figure, figureOf, figuresOf } from "./page-figure.tsx";

const [WIDTH, HEIGHT] = [160, 56];

/** How signing comes along: households in all, by stage, and the curve of each plot against its target. */
export function PageSigning({ page }: { readonly page: ProgrammePage }) {
  const { t } = useReader();
  return (
    <PageCard page={page} part="signing">
      <div className="page-row">
        <Figure figure={figureOf(page, "plots")} label={t("programmePage.plots")} />
        <Figure figure={figureOf(page, "households")} label={t("programmePage.households")} />
        {figuresOf(page, "reached").map((reached) => (
          <Figure key={reached.of} figure={reached} />
        ))}
      </div>
      <ul className="page-curves">
        {page.curves.map((curve) => (
          <Curve key={curve.plot} curve={curve} />
        ))}
      </ul>
      {page.curves.length === 0 ? <p className="hint">{t("signing.none")}</p> : null}
    </PageCard>
  );
}

function Curve({ curve }: { readonly curve: PageCurve }) {
  const { t, numbers, language } = useReader();
  const { plot, points, target, households } = curve;
  const last = points.at(-1);
  const share = last && households ? last.households / households : null;
  const days = [...points.map(({ on }) => on), ...(target ? [target.startsOn, target.dueOn] : [])];
  const [from, to] = [days.reduce(earlier, "9999"), days.reduce(later, "")];
  return (
    <li>
      <button type="button" onClick={() => select({ layer: "acquisition-plot", id: plot })}>
        <span>
          {nameIn(language, curve)} <b>{share === null ? numbers.unknown : numbers.share(share)}</b>
        </span>
        {last === undefined ? (
          <small>{t("signing.plot.noPoints")}</small>
        ) : (
          <>
            <svg viewBox={`0 -4 ${WIDTH} ${HEIGHT + 8}`} role="img" aria-label={t("signing.plot.curve")}>
              <path className="axis" d={`M0 ${HEIGHT}H${WIDTH}`} />
              {target === null ? null : (
                <path
                  className="target"
                  d={pathOf([
                    [target.startsOn, 0],
                    [target.dueOn, target.households],
                  ])}
                />
              )}
              <path
                className="signed"
                d={steps(points.map(({ on, households: count }) => [on, count] as const))}
              />
            </svg>
            <small>
              {from} – {to}
            </small>
          </>
        )}
      </button>
    </li>
  );

  function placeOf([on, count]: readonly [string, number]): readonly [number, number] {
    const span = Math.max(1, Date.parse(to) - Date.parse(from));
    const most = Math.max(1, households ?? 0, target?.households ?? 0);
    return [((Date.parse(on) - Date.parse(from)) / span) * WIDTH, HEIGHT - (count / most) * HEIGHT];
  }
  function pathOf(places: readonly (readonly [string, number])[]): string {
    return places.map((each, at) => `${at === 0 ? "M" : "L"}${placeOf(each).join(" ")}`).join("");
  }
  // what was counted stays so until it is counted anew
  function steps(places: readonly (readonly [string, number])[]): string {
    return places
      .map((each, at) => {
        const [x, y] = placeOf(each);
        return at === 0 ? `M${x} ${y}` : `H${x}V${y}`;
      })
      .join("");
  }
}

const earlier = (a: string, b: string) => (b < a ? b : a);
const later = (a: string, b: string) => (b > a ? b : a);
