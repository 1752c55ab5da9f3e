import type { Map as MapLibreMap } from "maplibre-gl";
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, TerraDrawSelectMode } from "terra-draw";
import { TerraDrawMapLibreGLAdapter } from "terra-draw-maplibre-gl-adapter";

/** What the pen tells: corners while drawing, and a shape once it is closed or changed. */
export interface DrawingEvents {
  readonly onSketch: (ring: readonly (readonly number[])[]) => void;
  readonly onShape: (polygon: GeoJSON.Polygon) => void;
  readonly onCancel: () => void;
}

/** The pen: draws one polygon, or lets the corners of one be moved, added and deleted. */
export interface Drawing {
  draw(): void;
  edit(polygon: GeoJSON.Polygon): void;
  undo(): void;
  stop(): void;
  setColour(colour: string, halo: string): void;
}

type Hex = `#${string}`;
const POLYGON = "polygon";
const SELECT = "select";
const FEATURE = "asked-area";

/** A pen on a map whose style is loaded. */
export function createDrawing(map: MapLibreMap, { onSketch, onShape, onCancel }: DrawingEvents): Drawing {
  const terra = makeTerraDraw(map);
  const shapeOf = (id: string | number) => {
    const geometry = terra.getSnapshotFeature(id)?.geometry;
    return geometry?.type === "Polygon" ? (geometry as GeoJSON.Polygon) : null;
  };
  terra.on("change", (ids, type) => {
    if (terra.getMode() !== POLYGON || type !== "update") return;
    const shape = ids.map(shapeOf).find((found) => found !== null);
    if (shape) onSketch(shape.coordinates[0] ?? []);
  });
  terra.on("finish", (id) => {
    const shape = shapeOf(id);
    if (shape) onShape(shape);
  });
  let colours: readonly [colour: Hex, halo: Hex] = ["#b4472e", "#ffffff"];
  const paint = () => {
    terra.updateModeOptions(POLYGON, { styles: polygonStyles(...colours) });
    terra.updateModeOptions(SELECT, { styles: selectStyles(...colours) });
  };
  const start = () => {
    if (!terra.enabled) terra.start();
    terra.clear();
    paint();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && terra.enabled && terra.getMode() === POLYGON) onCancel();
  };
  map.getContainer().addEventListener("keyup", onKey);
  return {
    draw() {
      start();
      terra.setMode(POLYGON);
      map.getCanvas().focus();
    },
    edit(polygon) {
      start();
      terra.setMode(SELECT);
      const [result] = terra.addFeatures([
        {
          type: "Feature",
          id: FEATURE,
          geometry: { type: "Polygon", coordinates: polygon.coordinates },
          properties: { mode: POLYGON },
        },
      ]);
      // a shape the pen cannot hold stays on the map as it is, only its corners cannot be moved
      if (result?.valid) terra.selectFeature(FEATURE);
    },
    undo() {
      if (terra.enabled && terra.canUndo()) terra.undo();
    },
    stop() {
      if (terra.enabled) terra.stop();
    },
    setColour(colour, halo) {
      colours = [colour as Hex, halo as Hex];
      if (terra.enabled) paint();
    },
  };
}

function makeTerraDraw(map: MapLibreMap): TerraDraw {
  const corners = { midpoints: { draggable: true }, draggable: true, deletable: true } as const;
  return new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    idStrategy: { isValidId: (id) => typeof id === "string", getId: () => crypto.randomUUID() },
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [
      new TerraDrawPolygonMode({ showCoordinatePoints: true, pointerDistance: 24 }),
      new TerraDrawSelectMode({
        allowManualDeselection: false,
        flags: { [POLYGON]: { feature: { draggable: true, coordinates: corners } } },
      }),
    ],
  });
}

const CORNER = { width: 5, outline: 2 };

function polygonStyles(colour: Hex, halo: Hex) {
  return {
    fillColor: colour,
    fillOpacity: 0.12,
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
  };
}

function selectStyles(colour: Hex, halo: Hex) {
  return {
    selectedPolygonColor: colour,
    selectedPolygonFillOpacity: 0.1,
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
