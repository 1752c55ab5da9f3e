import { type FacilityPlace, facilityEntries } from "./facility-entries.ts";
import type { WalkNetwork } from "./network.ts";
import type { MobilityClass, WalkingParameters } from "./persona.ts";
import { accessOf, buildSnapIndex, type Snap, type SnapIndex } from "./snap.ts";
import type { Rings } from "./water-barrier.ts";

/** Places of a class whose ways onto the network are kept, the buildings and facilities of a city; of more at once none are. */
const KEPT_PLACES = 250_000;

/** How places get onto one network; everything that asks about the network may share it. What is found once is kept. */
export interface NetworkAccess {
  index(mobilityClass: MobilityClass): SnapIndex;
  /** The ways onto the network of places in degrees, EPSG:4326; none = not on the network. */
  snaps(
    mobilityClass: MobilityClass,
    lon: ArrayLike<number>,
    lat: ArrayLike<number>,
  ): readonly (readonly Snap[])[];
  /** Where a facility is entered; see facilityEntries. */
  entries(mobilityClass: MobilityClass, place: FacilityPlace): readonly Snap[];
}

interface ClassAccess {
  readonly index: SnapIndex;
  readonly byLon: Map<number, Map<number, readonly Snap[]>>;
  readonly byOutline: Map<string, readonly Snap[]>;
  places: number;
}

/** What getting onto a network depends on. */
interface AccessInputs {
  readonly network: WalkNetwork;
  readonly parameters: WalkingParameters;
  readonly water: readonly Rings[];
}

/** Makes the access to a network; an index is built when first needed. */
export function createNetworkAccess({ network, parameters, water }: AccessInputs): NetworkAccess {
  const classes = new Map<MobilityClass, ClassAccess>();
  // the index of the class that may go everywhere holds the other
  const indexOf = (mobilityClass: MobilityClass): SnapIndex =>
    mobilityClass === "any"
      ? buildSnapIndex(network, { mobilityClass, parameters, water })
      : classOf("any").index.narrower!;
  const classOf = (mobilityClass: MobilityClass): ClassAccess => {
    const known = classes.get(mobilityClass);
    if (known && known.places <= KEPT_PLACES) return known;
    const index = known?.index ?? indexOf(mobilityClass);
    const made = { index, byLon: new Map(), byOutline: new Map(), places: 0 };
    classes.set(mobilityClass, made);
    return made;
  };
  const snaps: NetworkAccess["snaps"] = (mobilityClass, lons, lats) => {
    const kept = classOf(mobilityClass);
    const isKept = lons.length <= KEPT_PLACES;
    return Array.from(lons, (lon, at) =>
      isKept ? snapKept(kept, lon, lats[at]!) : accessOf(kept.index, lon, lats[at]!),
    );
  };
  return {
    index: (mobilityClass) => classOf(mobilityClass).index,
    snaps,
    entries: (mobilityClass, place) => {
      if ("lon" in place) return snaps(mobilityClass, [place.lon], [place.lat])[0]!;
      const kept = classOf(mobilityClass);
      const key = [...place.outline.map((ring) => Array.from(ring).join()), ...place.entrances].join(";");
      const found = kept.byOutline.get(key) ?? facilityEntries(kept.index, place);
      if (!kept.byOutline.has(key)) kept.places++;
      kept.byOutline.set(key, found);
      return found;
    },
  };
}

function snapKept(kept: ClassAccess, lon: number, lat: number): readonly Snap[] {
  const byLat = kept.byLon.get(lon) ?? new Map<number, readonly Snap[]>();
  const seen = byLat.get(lat);
  if (seen) return seen;
  const found = accessOf(kept.index, lon, lat);
  kept.byLon.set(lon, byLat.set(lat, found));
  kept.places++;
  return found;
}
