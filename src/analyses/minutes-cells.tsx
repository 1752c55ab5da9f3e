import { useTranslation } from "react-i18next";
import { useNumbers } from "../locale/use-numbers.ts";
import { MINUTES_UNITS } from "../state/colouring-state.ts";
import { setUnit } from "../state/minutes.ts";
import type { CellFigures, MinutesCells } from "../state/minutes-cells.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { cellName, medianText } from "./cell-text.ts";
import { CommunityRanking } from "./community-ranking.tsx";
import { Segments } from "./segments.tsx";

/** What the map tells minutes of. */
export function UnitChoice() {
  const { t } = useTranslation();
  const unit = useApp((state) => state.minutes.unit);
  const hasCommunities = useApp(
    (state) =>
      selectCatalogue(state)?.zones.some(({ properties }) => properties.kind === "community") ?? false,
  );
  return (
    <Segments
      className="minutes-units"
      legend={t("minutesView.unit")}
      name="minutes-unit"
      values={MINUTES_UNITS}
      textOf={(each) => t(`minutesView.units.${each}`)}
      chosen={unit}
      onChoose={setUnit}
      barredBy={(each) => (each === "community" && !hasCommunities ? t("minutesView.noCommunities") : null)}
    />
  );
}

/** The cell picked on the map, and communities ranked by what their people walk. */
export function CellAnswers({ by }: { readonly by: "residents" | "buildings" }) {
  const cells = useApp((state) => state.minutesCells);
  if (cells === null) return null;
  return (
    <>
      <PickedCell cells={cells} by={by} />
      {cells.ground.unit === "community" ? <CommunityRanking cells={cells} /> : null}
    </>
  );
}

function PickedCell({ cells, by }: { readonly cells: MinutesCells; readonly by: "residents" | "buildings" }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const picked = useApp((state) => state.pickedCell);
  const name = useApp((state) => (picked === null ? null : cellName(state, cells, picked)));
  const figures = picked === null ? undefined : cells.first[picked];
  if (!figures) return <p className="hint">{t("minutesView.pickHint")}</p>;
  const other = cells.beside?.[picked!];
  return (
    <section className="minutes-picked" aria-label={t("minutesView.picked")}>
      <h3>{name ?? t("minutesView.picked")}</h3>
      <p>
        {t(`minutesView.inCell.${by}`, {
          weight: numbers.counted(figures.weight, t(`minutesView.unitOf.${by}`)),
          buildings: numbers.count(figures.buildings),
        })}
      </p>
      <CellLine figures={figures} name={other ? t("minutesView.first") : null} />
      {other ? <CellLine figures={other} name={t("minutesView.beside")} /> : null}
    </section>
  );
}

function CellLine({ figures, name }: { readonly figures: CellFigures; readonly name: string | null }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const shares = (["5", "10", "15"] as const).map(
    (each) => `${t("minutesView.within", { minutes: each })} ${numbers.share(figures.within[each])}`,
  );
  return (
    <p>
      {name === null ? null : <b>{name} </b>}
      {[`${t("minutesView.median")} ${medianText(figures, { t, numbers })}`, ...shares].join(" · ")}
    </p>
  );
}
