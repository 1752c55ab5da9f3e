export type Hex = `#${string}`;

const CORNER = { width: 5, outline: 2 };

/** How a shape looks while it is drawn. */
export function drawStyles(colour: Hex, halo: Hex) {
  return {
    fillColor: colour,
    fillOpacity: 0.1,
    outlineColor: colour,
    outlineWidth: 2.4,
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
export function selectStyles(colour: Hex, halo: Hex) {
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
