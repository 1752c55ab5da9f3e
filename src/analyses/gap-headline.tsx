import { useTranslation } from "react-i18next";
import { ANY_REQUIRED, type ServiceGapResult } from "../../server/contract/service-gap.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { GapAnswer } from "../state/gap-state.ts";
import { useApp } from "../state/store.ts";
import { Ages, OwnAges } from "./gap-ages.tsx";

/** How many lack it, of the ages asked about first, where most of them live, and how old they are. */
export function GapHeadline({ answer }: { readonly answer: GapAnswer }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { minutes, category } = useApp((state) => state.gap);
  const { result } = answer;
  const isWhole = useApp((state) => state.area === null);
  const { lacking, notOnNetwork, group } = result;
  const scope = <p className="hint">{t(isWhole ? "gap.scopeDistrict" : "gap.scopeArea")}</p>;
  if (lacking === null || lacking.buildings === 0) {
    return (
      <>
        {scope}
        <p className="gap-nothing">{t(`gap.${whyNothing(result)}`)}</p>
      </>
    );
  }
  const [only] = result.categories;
  const isOfAges = group !== null && group.lacking !== null;
  return (
    <div className="gap-headline" data-field="lacking">
      {scope}
      <p>
        {isOfAges ? <OwnAges result={result} /> : <Everyone result={result} />}
        {result.trial ? (
          <em className="trial" title={t("sheet.trialHint")}>
            {t("sheet.trial")}
          </em>
        ) : null}
      </p>
      <p>
        {category === ANY_REQUIRED || !only
          ? t("gap.withinAny", { minutes })
          : t("gap.within", { minutes, category: nameIn(language, only) })}
      </p>
      {group === null ? null : <AtTheirPace answer={answer} isOfAges={isOfAges} />}
      <Most result={result} />
      {group === null || isOfAges ? <Ages byAge={result.byAge} residents={lacking.residents} /> : null}
      {notOnNetwork.buildings > 0 ? (
        <p className="hint">{t("gap.offNetwork", { buildings: numbers.count(notOnNetwork.buildings) })}</p>
      ) : null}
    </div>
  );
}

function Everyone({ result: { lacking, all, rankedBy } }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const count = lacking?.[rankedBy] ?? null;
  const whole = all[rankedBy];
  return (
    <>
      <b className="gap-figure">{numbers.count(count)}</b> {t(`gap.unit.${rankedBy}`)}{" "}
      <span className="hint">
        {t("gap.ofAll", { share: numbers.share(count === null || !whole ? null : count / whole) })}
      </span>
    </>
  );
}

// everyone who walks as the persona does: beside those of its ages, or in their place where no ages are known
function AtTheirPace({ answer, isOfAges }: { readonly answer: GapAnswer; readonly isOfAges: boolean }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { lacking, all, rankedBy } = answer.result;
  const persona = t(`persona.${answer.inputs.persona}`);
  if (!isOfAges) return <p className="hint">{t(`gap.instead.${rankedBy}`, { persona })}</p>;
  const count = lacking?.residents ?? null;
  const share = numbers.share(count === null || !all.residents ? null : count / all.residents);
  return <p className="hint">{t("gap.everyone", { persona, count: numbers.count(count), share })}</p>;
}

// which community lacks it most, or which subdistrict where no communities are known
function Most({ result }: { readonly result: ServiceGapResult }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const { rankedBy, zones } = result;
  const named = zones.filter(({ id, lacking }) => id !== null && (lacking[rankedBy] ?? 0) > 0);
  const kind = named.some((zone) => zone.kind === "community") ? "community" : "subdistrict";
  const [most] = named
    .filter((zone) => zone.kind === kind)
    .sort((a, b) => (b.lacking[rankedBy] ?? 0) - (a.lacking[rankedBy] ?? 0));
  if (!most) return null;
  return (
    <p className="gap-most" data-field="mostLacking">
      {t("gap.most", { kind: t(`zoneKind.${kind}`) })}
      <b>{nameIn(language, most)}</b> {numbers.counted(most.lacking[rankedBy], t(`gap.unit.${rankedBy}`))}
    </p>
  );
}

function whyNothing({ lacking, all, categories, rankedBy }: ServiceGapResult): string {
  if (categories.length === 0) return "ruleSetEmpty";
  if (lacking === null) return categories.length === 1 ? "nobody" : "noneHeld";
  if (all.buildings === 0) return "noBuildings";
  return rankedBy === "residents" ? "none" : "noneOfBuildings";
}
