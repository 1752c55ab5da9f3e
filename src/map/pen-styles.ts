import type { GeoJSONStoreFeatures } from "terra-draw";

export type Hex = `#${string}`;

const CORNER = { width: 5, outline: 2 };

interface Look {
  readonly colour: Hex;
  readonly halo: Hex;
  /** Drawn along streets: the straight line from corner to corner is not what is meant. */
  readonly isAlongStreets: boolean;
}

const isUnderWay = ({ properties }: GeoJSONStoreFeatures) => properties.currentlyDrawing === true;

/** How a shape looks while it is drawn; a ring of the area that waits to be changed has no face of its own. */
export function drawStyles({ colour, halo, isAlongStreets }: Look) {
  return {
    fillColor: colour,
    fillOpacity: (feature: GeoJSONStoreFeatures) => (isUnderWay(feature) && !isAlongStreets ? 0.1 : 0),
    outlineColor: colour,
    outlineWidth: (feature: GeoJSONStoreFeatures) => (isUnderWay(feature) && isAlongStreets ? 1 : 2.4),
    outlineOpacity: (feature: GeoJSONStoreFeatures) => (isUnderWay(feature) && isAlongStreets ? 0.45 : 1),
    closingPointColor: halo,
    closingPointOutlineColor: colour,
    closingPointWidth: 7,
    closingPointOutlineWidth: 3,
    coordinatePointColor: halo,
    coordinatePointOutlineColor: colour,
    coordinatePointWidth: CORNER.width,
    coordinatePointOutlineWidth: CORNER.outline,
    // the snapper has a sign of its own, the same while drawing and editing
    snappingPointWidth: 0,
    snappingPointOutlineWidth: 0,
  };
}

/** How its rings look while they are changed: the face is the map's own, so that holes are seen as holes. */
export function selectStyles({ colour, halo }: Pick<Look, "colour" | "halo">) {
  return {
    selectedPolygonColor: colour,
    selectedPolygonFillOpacity: 0,
    selectedPolygonOutlineColor: colour,
    selectedPolygonOutlineWidth: 2.4,
    selectionPointColor: halo,
    selectionPointOutlineColor: colour,
    selectionPointWidth: CORNER.width,
    selectionPointOutlineWidth: CORNER.outline,
    midPointColor: colour,
    midPointOutlineColor: halo,
    midPointWidth: 3,
    midPointOutlineWidth: 1.5,
  };
}
