import { useTranslation } from "react-i18next";
import type { ProfilePart } from "../../server/contract/line-profile.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { isBarred } from "./barred-parts.tsx";
import { type DrawnProfile, drawnParts, heightTicks, profileFrame, stretchesWhere } from "./profile-frame.ts";

const CARRIED = ["escalator", "lift", "cableway"];

/** Height along a line: flights of stairs, lifts and escalators in their own colours, unknown heights left open. */
export function ProfileChart({ profile, name }: { readonly profile: DrawnProfile; readonly name: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const frame = profileFrame(profile);
  if (frame === null) return <p className="hint">{t("find.profile.noHeights")}</p>;
  const { widthPx, heightPx, left, right, bottom, lowM, highM, yOf } = frame;
  const parts = drawnParts(profile, frame);
  const barred = stretchesWhere(profile, frame, isBarred);
  const kinds = [...new Set(parts.flatMap(({ part }) => [part.kind, ...part.beside]))];
  return (
    <figure className="profile">
      <svg
        viewBox={`0 0 ${widthPx} ${heightPx}`}
        role="img"
        aria-label={t("find.profile.chart", {
          name,
          low: numbers.length(lowM),
          high: numbers.length(highM),
        })}
      >
        {heightTicks(frame).map((metres) => (
          <g key={metres} className="profile-tick">
            <line x1={left} x2={right} y1={yOf(metres)} y2={yOf(metres)} />
            <text x={left - 6} y={yOf(metres) + 3.5} textAnchor="end">
              {metres}
            </text>
          </g>
        ))}
        <g className="profile-tick">
          <text x={left - 6} y={7} textAnchor="end">
            m
          </text>
        </g>
        {parts.map(({ part, at, face, edge }) => (
          <g key={at} className="profile-part" data-kind={part.kind}>
            <title>{partTitle(part, { t, numbers })}</title>
            <path className="profile-face" d={face} />
            <path className="profile-edge" d={edge} />
          </g>
        ))}
        {parts
          .filter(({ part }) => part.beside.some((kind) => CARRIED.includes(kind)))
          .map(({ at, edge, part }) => (
            <path
              key={at}
              className="profile-beside"
              data-kind={part.beside.find((kind) => CARRIED.includes(kind))}
              d={edge}
              transform="translate(0 -6)"
            />
          ))}
        {barred.map(([from, to]) => (
          <rect
            key={from}
            className="profile-barred"
            x={from}
            y={bottom}
            width={Math.max(1, to - from)}
            height={4}
          >
            <title>{t("street.barred.mark")}</title>
          </rect>
        ))}
        <g className="profile-tick">
          <text x={left} y={bottom + 16}>
            0
          </text>
          <text x={right} y={bottom + 16} textAnchor="end">
            {numbers.length(profile.lengthM)}
          </text>
        </g>
      </svg>
      <figcaption>
        <ul className="profile-kinds">
          {kinds.map((kind) => (
            <li key={kind} data-kind={kind}>
              <i aria-hidden="true" />
              {t(`value.${kind}`)}
            </li>
          ))}
          {barred.length === 0 ? null : (
            <li className="profile-barred">
              <i aria-hidden="true" />
              {t("street.barred.mark")}
            </li>
          )}
        </ul>
        {profile.sections.length > 1 ? <p className="hint">{t("find.profile.gap")}</p> : null}
      </figcaption>
    </figure>
  );
}

interface Speech {
  readonly t: ReturnType<typeof useTranslation>["t"];
  readonly numbers: ReturnType<typeof useNumbers>;
}

function partTitle({ kind, lengthM, climbM, steps, beside }: ProfilePart, { t, numbers }: Speech): string {
  const slope =
    climbM === null || lengthM === 0 ? numbers.unknown : numbers.share(Math.abs(climbM) / lengthM);
  return [
    `${t(`value.${kind}`)} ${numbers.length(lengthM)}`,
    steps === null ? null : t("find.profile.stepsOf", { count: steps }),
    `${t("find.profile.slope")} ${slope}`,
    beside.length === 0
      ? null
      : t("find.profile.beside", { kinds: beside.map((each) => t(`value.${each}`)).join("、") }),
  ]
    .filter(Boolean)
    .join(" · ");
}
