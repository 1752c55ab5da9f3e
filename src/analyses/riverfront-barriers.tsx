import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type {
  BarrierRoad,
  RiverfrontAccessResult,
  RiverfrontSegment,
} from "../../server/contract/riverfront-access.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import type { Language } from "../state/appearance-state.ts";
import { useApp } from "../state/store.ts";
import { ShareBar } from "./figure.tsx";

const FIRST_ROADS = 6;

/** What a road is called, by its class where it has no name. */
export function roadName(road: BarrierRoad, t: TFunction, language: Language): string {
  const roadClass = t(`riverfront.class.${road.class}`);
  return nameIn(language, road) ?? t("riverfront.unnamed", { class: roadClass });
}

/** The main roads between homes and the river, those with most behind them first. */
export function BarrierTable({
  of: { barriers, barriersCrossed },
  countedBy,
}: {
  readonly of: Pick<RiverfrontSegment, "barriers" | "barriersCrossed">;
  readonly countedBy: RiverfrontAccessResult["countedBy"];
}) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  if (barriersCrossed === null) return null;
  return (
    <section className="riverfront-part">
      <h3>{t("riverfront.between")}</h3>
      <p className="hint">{t("riverfront.betweenHint", { count: numbers.number(barriersCrossed, 1) })}</p>
      {barriers.length === 0 ? (
        <p>{t("riverfront.betweenNone")}</p>
      ) : (
        <table className="classes gap-table" data-field="barriers">
          <caption className="unseen">{t("riverfront.between")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("riverfront.road")}</th>
              <th scope="col">{t("riverfront.behind")}</th>
              <th scope="col">{t("riverfront.share")}</th>
            </tr>
          </thead>
          <tbody>
            {barriers.slice(0, FIRST_ROADS).map((road) => (
              <tr key={`${road.class}/${road.nameZh}`}>
                <th scope="row">
                  {roadName(road, t, language)} <small>{t(`riverfront.class.${road.class}`)}</small>
                </th>
                <td>{numbers.counted(road.behind[countedBy], t(`riverfront.unit.${countedBy}`))}</td>
                <td>
                  <ShareBar share={road.share} text={numbers.share(road.share)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
