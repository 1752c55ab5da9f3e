import { useTranslation } from "react-i18next";
import type { Detour, WalkwayConnectivityResult } from "../../server/contract/walkway-connectivity.ts";
import { DETOUR_CLASSES } from "../../server/contract/walkway-connectivity.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { useApp } from "../state/store.ts";
import { pickStreetMark, setStreet } from "../state/street.ts";
import type { WalkwayAnswer } from "../state/street-state.ts";
import type { AnalysisView } from "./analysis-view.ts";
import { MethodNotes, QualityNotes } from "./notes.tsx";
import { PersonaChoice } from "./persona-choice.tsx";
import { Fact } from "./road-network.tsx";
import { StreetChart } from "./street-chart.tsx";
import { StreetDownloads } from "./street-downloads.tsx";
import { DeadEnds, placeOf } from "./street-ends.tsx";
import { WalkLegend } from "./street-legend.tsx";
import { NamedWalkways } from "./walkway-list.tsx";

type Part = { readonly result: WalkwayConnectivityResult };

/** Who walks the detours. */
function WalkwayForm() {
  const persona = useApp((state) => state.street.persona);
  return (
    <div className="selectors">
      <PersonaChoice
        name="street-persona"
        chosen={persona}
        onChoose={(walker) => setStreet({ persona: walker })}
      />
    </div>
  );
}

/** How far walks go round, how much is step-free, how steep the named walkways are, where walks end. */
function WalkwayConnectivity({ answer }: { readonly answer: WalkwayAnswer }) {
  const { t } = useTranslation();
  const { result } = answer;
  return (
    <article className="street-answer" data-street="walkway-connectivity">
      <Headline result={result} />
      <WalkLegend />
      <Figures result={result} />
      <Detours result={result} />
      <NamedWalkways walkways={result.walkways} />
      <DeadEnds title={t("street.walk.deadEnds")} result={result} />
      <StreetDownloads shown={{ asked: "walkway-connectivity", answer }} />
      <QualityNotes notes={answer.dataQuality} />
      <MethodNotes methods={answer.method} under="street" />
    </article>
  );
}

function Headline({ result }: Part) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isWhole = useApp((state) => state.area === null);
  const { pairs, median, p10, p90, noWay, offNetwork } = result.detour;
  const beside = [
    noWay > 0 && t("street.walk.noWay", { count: noWay }),
    offNetwork > 0 && t("street.walk.offNetwork", { count: offNetwork }),
  ].filter(Boolean);
  return (
    <div className="street-headline" data-field="detour">
      <p className="hint">{t(isWhole ? "street.scopeDistrict" : "street.scopeArea")}</p>
      <p>
        {t("street.walk.detour")} <b className="street-figure">{numbers.ratio(median)}</b>
      </p>
      <p>
        {median === null
          ? t("street.walk.detourNone")
          : t("street.walk.detourHint", { pairs, p10: numbers.ratio(p10), p90: numbers.ratio(p90) })}
      </p>
      {beside.length === 0 ? null : <p className="hint">{beside.join(" · ")}</p>}
    </div>
  );
}

function Figures({ result }: Part) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { stepFree, climb } = result;
  const per = (key: string, value: number | null, digits: number) =>
    value === null ? numbers.unknown : t(key, { value: numbers.number(value, digits) });
  return (
    <dl className="street-facts" aria-label={t("street.walk.figures")} data-field="figures">
      <Fact label={t("street.walk.length")} value={numbers.length(result.lengthM)} />
      <Fact label={t("street.walk.density")} value={per("street.perSqkm", result.densityKmPerSqkm, 2)} />
      <Fact label={t("street.walk.stepFree")} value={numbers.share(stepFree.lengthShare)} />
      <Fact label={t("street.walk.wheelchair")} value={numbers.share(stepFree.wheelchairLengthShare)} />
      <Fact label={t("street.walk.residents")} value={numbers.share(stepFree.residentsShare)} />
      <Fact
        label={t("street.walk.buildings")}
        value={numbers.share(stepFree.buildingsShare)}
        note={
          stepFree.offBuildings > 0
            ? t("street.walk.offBuildings", { count: numbers.number(stepFree.offBuildings, 1) })
            : null
        }
      />
      <Fact
        label={t("street.walk.climb")}
        value={per("street.steep", climb.perKmM, 0)}
        note={
          climb.unknownLengthM > 0
            ? t("street.walk.climbUnknown", { length: numbers.length(climb.unknownLengthM) })
            : null
        }
      />
    </dl>
  );
}

function Detours({ result }: Part) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { classes, walked, worst } = result.detour;
  const labelOf = (at: number) => {
    const [from, to] = [DETOUR_CLASSES[at - 1], DETOUR_CLASSES[at]];
    if (to === undefined) return t("street.road.over", { from });
    return from === undefined ? t("street.road.upTo", { to }) : t("street.road.between", { from, to });
  };
  const columns = classes.map(({ pairs }, at) => ({
    label: labelOf(at),
    value: pairs,
    text: numbers.number(pairs),
    lines: [t("street.walk.pairs", { count: pairs })],
    tone: null,
  }));
  return (
    <>
      {walked === 0 ? null : (
        <StreetChart title={t("street.walk.detours")} note={t("street.walk.detoursNote")} columns={columns} />
      )}
      {worst.length === 0 ? null : (
        <details className="street-more">
          <summary>{t("street.walk.worst")}</summary>
          <ol className="street-places" data-field="worst">
            {worst.map((detour) => (
              <WorstDetour key={`${detour.from.join()};${detour.to.join()}`} detour={detour} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function WorstDetour({ detour: { from, to, straightM, walkM, ratio } }: { readonly detour: Detour }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const isPicked = useApp(({ streetMark }) => streetMark?.at.join() === placeOf(from).join());
  const straight = numbers.length(straightM);
  return (
    <li>
      <button
        type="button"
        className="street-place"
        aria-pressed={isPicked}
        onClick={() => pickStreetMark({ at: placeOf(from), across: placeOf(to) })}
      >
        <span>{ratio === null ? t("street.walk.worstNoWay", { straight }) : numbers.ratio(ratio)}</span>
        {walkM === null ? null : (
          <small>{t("street.walk.worstOf", { straight, walk: numbers.length(walkM) })}</small>
        )}
      </button>
    </li>
  );
}

export const walkwayConnectivityView: AnalysisView<"walkway-connectivity"> = {
  Form: WalkwayForm,
  Result: WalkwayConnectivity,
};
