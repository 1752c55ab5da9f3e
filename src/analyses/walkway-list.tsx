import { useTranslation } from "react-i18next";
import type { WalkwayConnectivityResult } from "../../server/contract/walkway-connectivity.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { BarredParts } from "../panels/barred-parts.tsx";
import { ProfileChart } from "../panels/profile-chart.tsx";
import { useApp } from "../state/store.ts";

type Walkway = WalkwayConnectivityResult["walkways"][number];

/** The named walkways of an area, each with its profile when opened. */
export function NamedWalkways({ walkways }: { readonly walkways: readonly Walkway[] }) {
  const { t } = useTranslation();
  return (
    <section data-field="walkways">
      <h3>{t("street.walk.walkways")}</h3>
      {walkways.length === 0 ? <p className="hint">{t("street.walk.noWalkways")}</p> : null}
      {walkways.map((walkway) => (
        <NamedWalkway key={walkway.id} walkway={walkway} />
      ))}
    </section>
  );
}

function NamedWalkway({ walkway }: { readonly walkway: Walkway }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const persona = useApp((state) => state.street.persona);
  const { profile } = walkway;
  const name = nameIn(language, walkway) ?? walkway.id;
  const line = useWalkwayLine(profile);
  const said = [...profile.walks].sort(
    (a, b) => Number(b.persona === persona) - Number(a.persona === persona),
  );
  return (
    <details className="street-walkway">
      <summary>
        <span>{name}</span>
        <small>{line}</small>
      </summary>
      {profile.sections.length === 0 ? (
        <p className="hint">{t("find.profile.none")}</p>
      ) : (
        <>
          <ProfileChart profile={profile} name={name} />
          <ul className="street-minutes">
            {said.map(({ persona: who, forwardS, backwardS }) => (
              <li key={who}>
                {forwardS === null && backwardS === null
                  ? t("street.walk.impassable", { persona: t(`persona.${who}`) })
                  : t("street.walk.upDown", {
                      persona: t(`persona.${who}`),
                      up: forwardS === null ? t("find.profile.impassable") : numbers.minutes(forwardS),
                      down: backwardS === null ? t("find.profile.impassable") : numbers.minutes(backwardS),
                    })}
              </li>
            ))}
          </ul>
          <BarredParts profile={profile} />
        </>
      )}
    </details>
  );
}

function useWalkwayLine({ lengthM, riseM, steps, stairsM, unknownRiseM }: Walkway["profile"]): string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const counted = steps === null ? t("street.walk.stepsUnknown") : t("street.walk.steps", { count: steps });
  const rise = numbers.length(riseM);
  return t("street.walk.walkwayLine", {
    length: numbers.length(lengthM),
    // what is unknown can only add to it
    rise: unknownRiseM > 0 ? t("street.walk.atLeast", { length: rise }) : rise,
    steps: stairsM === 0 ? t("street.walk.noSteps") : counted,
  });
}
