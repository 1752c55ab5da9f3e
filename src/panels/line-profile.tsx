import { useTranslation } from "react-i18next";
import type { LineProfile as Profile } from "../../server/contract/line-profile.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { readDetail } from "../state/details.ts";
import { useApp } from "../state/store.ts";
import { BarredParts } from "./barred-parts.tsx";
import { FailureNote } from "./failure-note.tsx";
import { ProfileChart } from "./profile-chart.tsx";
import { Skeleton } from "./skeleton.tsx";

/** How steep the selected walkway or street is: slopes, climbs, steps, its profile, minutes of each kind of person. */
export function LineProfile({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  const run = useApp((state) => state.profile);
  return (
    <section className="line-profile" data-profile={run.status}>
      <h3>{t("find.profile.title")}</h3>
      {run.status === "running" ? <Skeleton lines={5} /> : null}
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={readDetail} /> : null}
      {run.status === "done" ? <Steepness profile={run.result} name={name} /> : null}
    </section>
  );
}

function Steepness({ profile, name }: { readonly profile: Profile; readonly name: string }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (profile.sections.length === 0) return <p className="hint">{t("find.profile.none")}</p>;
  return (
    <>
      <Headline profile={profile} />
      <p className="hint">{t("find.profile.from")}</p>
      <ProfileChart profile={profile} name={name} />
      {profile.unknownRiseM > 0 ? (
        <p className="unknown-note">
          {t("find.profile.unknownRise", { length: numbers.length(profile.unknownRiseM) })}
        </p>
      ) : null}
      <Minutes walks={profile.walks} />
      <BarredParts profile={profile} />
      <Parts profile={profile} />
      <p className="hint">{t("find.profile.note")}</p>
    </>
  );
}

function Headline({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { lengthM, branchesM, riseM, fallM, unknownRiseM, steps, stairsM, meanSlope, steepest } = profile;
  // where a part is unknown, the sum of the others is the least it can be
  const climb = (metres: number) => {
    if (meanSlope === null) return numbers.unknown;
    const text = numbers.length(metres);
    return unknownRiseM > 0 ? t("find.profile.atLeast", { length: text }) : text;
  };
  const stairs = steps === null ? numbers.unknown : t("find.profile.stepsOf", { count: steps });
  const rows: readonly (readonly [label: string, value: string, note?: string])[] = [
    // how steep comes first: it is what one opens a way for, and so in sight on a phone
    ["mean", numbers.share(meanSlope)],
    [
      "steepest",
      numbers.share(steepest?.slope ?? null),
      steepest
        ? t("find.profile.steepestAt", {
            kind: t(`value.${steepest.kind}`),
            // a number and its unit stay on one line
            at: numbers.length(steepest.startM).replace(" ", "\u00a0"),
          })
        : "",
    ],
    [
      "length",
      numbers.length(lengthM),
      branchesM > 0 ? t("find.profile.branches", { length: numbers.length(branchesM) }) : "",
    ],
    ["steps", stairsM === 0 ? t("find.profile.noStairs") : stairs],
    ["rise", climb(riseM)],
    ["fall", climb(fallM)],
  ];
  return (
    <dl className="steepness">
      {rows.map(([label, value, note]) => (
        <div key={label} data-figure={label}>
          <dt>{t(`find.profile.${label}`)}</dt>
          <dd>
            {value}
            {note ? <small>{note}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Minutes({ walks }: { readonly walks: Profile["walks"] }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const minutes = (seconds: number | null) =>
    seconds === null ? t("find.profile.impassable") : numbers.minutes(seconds);
  return (
    <table className="plain-table">
      <caption>{t("find.profile.minutes")}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t("find.profile.up")}</th>
          <th scope="col">{t("find.profile.down")}</th>
        </tr>
      </thead>
      <tbody>
        {walks.map(({ persona, forwardS, backwardS }) => (
          <tr key={persona}>
            <th scope="row">{t(`persona.${persona}`, { defaultValue: persona })}</th>
            <td>{minutes(forwardS)}</td>
            <td>{minutes(backwardS)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Parts({ profile }: { readonly profile: Profile }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const parts = profile.sections.flatMap((section) => section.parts);
  return (
    <details>
      <summary>{t("find.profile.table")}</summary>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t("find.profile.kind")}</th>
            <th scope="col">{t("find.profile.length")}</th>
            <th scope="col">{t("find.profile.climb")}</th>
            <th scope="col">{t("find.profile.slope")}</th>
            <th scope="col">{t("find.profile.steps")}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ kind, lengthM, climbM, steps, beside }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in the order of the way and never change places
            <tr key={at}>
              <th scope="row">{[kind, ...beside].map((each) => t(`value.${each}`)).join(" + ")}</th>
              <td>{numbers.length(lengthM)}</td>
              <td>{climbM === null ? numbers.unknown : `${numbers.number(climbM, 1)} m`}</td>
              <td>{numbers.share(climbM === null || lengthM === 0 ? null : Math.abs(climbM) / lengthM)}</td>
              <td>{kind === "stairs" ? numbers.number(steps) : "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
