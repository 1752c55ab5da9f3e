import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GapCount, GapPlace } from "../../server/contract/service-gap.ts";
import { extentOf } from "../geometry/extent.ts";
import { nameIn } from "../locale/name-text.ts";
import { useNumbers } from "../locale/use-numbers.ts";
import { showExtent } from "../state/appearance.ts";
import type { Language } from "../state/appearance-state.ts";
import { toggleGapPlace } from "../state/gap.ts";
import type { GapAnswer } from "../state/gap-state.ts";
import { useApp } from "../state/store.ts";
import { Ages } from "./gap-ages.tsx";
import { GapLegend } from "./gap-legend.tsx";

const FIRST_PLACES = 12;

/** What a place is called: its community, and the landmark or street near its middle; where there is neither, its middle. */
export function placeName(
  { at, zone, street, landmark }: GapPlace,
  t: TFunction,
  language: Language,
): string {
  const near = landmark ?? street;
  const parts = [
    zone && nameIn(language, zone),
    near && t("gap.near", { name: nameIn(language, near) }),
  ].filter((part) => part !== null);
  return parts.length === 0
    ? t("gap.unnamed", { at: at.map((degrees) => degrees.toFixed(4)).join(", ") })
    : parts.join(" · ");
}

/** The places where something is lacking, most first; one opened says what is nearest and what would help. */
export function GapPlaces({ answer }: { readonly answer: GapAnswer }) {
  const { t } = useTranslation();
  const [isWhole, setWhole] = useState(false);
  const { places } = answer.result;
  return (
    <>
      <p className="hint">{t("gap.placesHint", { linkM: String(answer.inputs.linkM) })}</p>
      <GapLegend classes={[]} />
      <p className="hint">{t("gap.legendNearest")}</p>
      <ol className="gap-places" data-field="places">
        {places.slice(0, isWhole ? places.length : FIRST_PLACES).map((place, position) => (
          <Place key={place.at.join()} answer={answer} position={position} />
        ))}
      </ol>
      {isWhole || places.length <= FIRST_PLACES ? null : (
        <button type="button" className="quiet" onClick={() => setWhole(true)}>
          {t("gap.showAll", { count: places.length })}
        </button>
      )}
    </>
  );
}

function Place({ answer, position }: { readonly answer: GapAnswer; readonly position: number }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  const isOpen = useApp((state) => state.gapPlace === position);
  const place = answer.result.places[position]!;
  const { residents, buildings } = place.lacking;
  const counts = { residents: numbers.count(residents), buildings: numbers.count(buildings) };
  const open = () => {
    toggleGapPlace(position);
    if (!isOpen) showExtent(extentOf(shapeOf(place)));
  };
  return (
    <li data-place={position}>
      <button type="button" className="gap-place" aria-expanded={isOpen} onClick={open}>
        <span>{placeName(place, t, language)}</span>
        <small>
          {t(residents === null ? "gap.placeCountUnknown" : "gap.placeCount", counts)}
          {place.onNetwork ? "" : ` · ${t("gap.placeOff")}`}
        </small>
      </button>
      {isOpen ? <PlaceFacts answer={answer} place={place} /> : null}
    </li>
  );
}

// with the facility walked to and the site, so that all three are in sight
function shapeOf({ shape, at, nearest, newFacility }: GapPlace): GeoJSON.GeometryCollection {
  const points = [at, nearest?.at, newFacility?.at].filter((each) => each !== undefined);
  return {
    type: "GeometryCollection",
    geometries: [
      ...(shape ? [shape as GeoJSON.MultiPolygon] : []),
      ...points.map((coordinates): GeoJSON.Point => ({ type: "Point", coordinates })),
    ],
  };
}

function PlaceFacts({ answer, place }: { readonly answer: GapAnswer; readonly place: GapPlace }) {
  const { t } = useTranslation();
  const language = useApp((state) => state.language);
  const count = useCount();
  const nearest = useNearest(place);
  const { byClimb, lacking, newFacility, missing } = place;
  return (
    <div className="gap-facts">
      <Ages byAge={place.byAge} residents={lacking.residents} />
      {byClimb ? (
        <ul>
          <li>{nearest}</li>
          {byClimb.buildings > 0 ? <li>{t("gap.byClimb", { count: count(byClimb) })}</li> : null}
          {lacking.buildings - byClimb.buildings > 1e-6 ? (
            <li>{t("gap.byFar", { count: count(without(lacking, byClimb)) })}</li>
          ) : null}
          {newFacility ? <li>{t("gap.site", { count: count(newFacility.served) })}</li> : null}
        </ul>
      ) : (
        <>
          <p>{t("gap.missing")}</p>
          <ul>
            {missing.map((each) => {
              const names = answer.result.categories.find(({ category }) => category === each.category);
              return (
                <li key={each.category}>
                  {names ? nameIn(language, names) : each.category}: {count(each.lacking)}
                </li>
              );
            })}
          </ul>
        </>
      )}
    </div>
  );
}

function without(all: GapCount, part: GapCount): GapCount {
  const rest = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b);
  return {
    buildings: all.buildings - part.buildings,
    residents: rest(all.residents, part.residents),
    dwellings: rest(all.dwellings, part.dwellings),
  };
}

// people where they are known, else buildings
function useCount(): (of: GapCount) => string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  return ({ residents, buildings }) =>
    residents === null
      ? numbers.counted(buildings, t("gap.unit.buildings"))
      : numbers.counted(residents, t("gap.unit.residents"));
}

function useNearest({ nearest, medianSeconds }: GapPlace): string {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const language = useApp((state) => state.language);
  if (nearest === null) return t("gap.nearestNone");
  const name = nameIn(language, nearest) ?? t("gap.nearestUnnamed");
  return medianSeconds === null
    ? t("gap.nearestFar", { name })
    : t("gap.nearest", { name, minutes: numbers.minutes(medianSeconds) });
}
