import { useTranslation } from "react-i18next";
import type { RiverfrontAccessResult, RiverfrontSegment } from "../../server/contract/riverfront-access.ts";
import { bankColour } from "../cartography/riverfront-classes.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { selectIsDark, showExtent } from "../state/appearance.ts";
import { toggleSegment } from "../state/riverfront.ts";
import { useApp } from "../state/store.ts";
import { type DataColumn, DataTable } from "./data-table.tsx";
import { BarrierTable } from "./riverfront-barriers.tsx";
import { WalkRows } from "./riverfront-walks.tsx";

interface OfResult {
  readonly result: RiverfrontAccessResult;
}

/** The segments, each with how it is reached; a name shows its segment on the map and says more of it. */
export function SegmentTable({ result }: OfResult) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const persona = useApp((state) => state.riverfront.persona);
  const picked = useApp((state) => state.riverfrontSegment);
  const { segments } = result;
  if (segments.length === 0) return null;
  const nameOf = (segment: RiverfrontSegment) => nameIn(language, segment) ?? segment.id;
  const walkOf = (segment: RiverfrontSegment) => segment.walks.find((each) => each.persona === persona);
  const columns: DataColumn<RiverfrontSegment>[] = [
    {
      id: "name",
      label: t("riverfront.segment"),
      value: nameOf,
      cell: (segment) => <SegmentName segment={segment} name={nameOf(segment)} />,
    },
    {
      id: "accessPoints",
      label: t("riverfront.short.accessPoints"),
      value: ({ accessPoints }) => accessPoints.length,
      cell: ({ accessPoints }) => numbers.number(accessPoints.length),
    },
    {
      id: "median",
      label: t("riverfront.median"),
      value: (segment) => walkOf(segment)?.medianSeconds ?? null,
      cell: (segment) => {
        const walk = walkOf(segment);
        if (walk?.medianSeconds != null) return numbers.minutes(walk.medianSeconds);
        return walk?.unreachable == null ? "–" : t("riverfront.overHour");
      },
    },
    {
      id: "open",
      label: t("riverfront.short.open"),
      value: ({ openShare }) => openShare,
      cell: ({ openShare }) => numbers.share(openShare),
    },
  ];
  const shown = segments.find(({ id }) => id === picked);
  return (
    <section className="riverfront-part">
      <h3>{t("riverfront.segments")}</h3>
      <p className="hint">{t("riverfront.segmentsHint")}</p>
      {shown ? <Segment segment={shown} name={nameOf(shown)} result={result} /> : null}
      <DataTable
        field="segments"
        caption={t("riverfront.each")}
        className="classes gap-table"
        columns={columns}
        rows={segments}
        keyOf={({ id }) => id}
      />
    </section>
  );
}

function SegmentName({ segment, name }: { readonly segment: RiverfrontSegment; readonly name: string }) {
  const isDark = useApp(selectIsDark);
  const isPicked = useApp((state) => state.riverfrontSegment === segment.id);
  const persona = useApp((state) => state.riverfront.persona);
  const walk = segment.walks.find((each) => each.persona === persona);
  const background = bankColour(walk?.medianSeconds ?? null, walk?.unreachable != null, isDark);
  const pick = () => {
    toggleSegment(segment.id);
    if (!isPicked) showExtent(extentOf(segment.shape as GeoJSON.Geometry));
  };
  return (
    <>
      <i className="gap-swatch" style={{ background }} aria-hidden="true" />
      <button type="button" className="lit" aria-pressed={isPicked} onClick={pick}>
        {name}
      </button>
    </>
  );
}

interface SegmentProps extends OfResult {
  readonly segment: RiverfrontSegment;
  readonly name: string;
}

function Segment({ segment, name, result: { countedBy, limits } }: SegmentProps) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const { accessPoints, recordedAccessPoints, nearestHere, near } = segment;
  const facts = [
    t("riverfront.partOf", { length: numbers.length(segment.lengthM) }),
    t("riverfront.accessAnd", { count: accessPoints.length, recorded: recordedAccessPoints }),
    `${t("riverfront.figure.open")} ${numbers.share(segment.openShare)}`,
    `${t("riverfront.figure.continuous")} ${numbers.share(segment.continuousShare)}`,
    `${t("riverfront.figure.longest")} ${numbers.length(segment.longestM)}`,
  ];
  const values = {
    count: numbers.count(near[countedBy]),
    unit: t(`riverfront.unit.${countedBy}`),
    catchment: numbers.length(limits.catchmentM),
  };
  return (
    <div className="riverfront-segment" data-segment={segment.id}>
      <header>
        <h4>{name}</h4>
        <button type="button" className="quiet" onClick={() => toggleSegment(segment.id)}>
          {t("riverfront.letGo")}
        </button>
      </header>
      <p>{facts.join(" · ")}</p>
      <p>
        {t("riverfront.nearHere", values)}
        {nearestHere === null
          ? null
          : ` · ${t("riverfront.nearestHere", { share: numbers.share(nearestHere) })}`}
      </p>
      <WalkRows walks={segment.walks} />
      <BarrierTable of={segment} countedBy={countedBy} />
    </div>
  );
}
