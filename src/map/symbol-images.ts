import type { Map as MapLibreMap } from "maplibre-gl";

/** Drawn at twice the size, so that it is sharp on a fine screen. */
const PIXEL_RATIO = 2;
const SYMBOL_PX = 20;
const HATCH_PX = 10;

const SYMBOLS = ["lift", "escalator", "cableway", "landmark"] as const;
export type SymbolName = (typeof SYMBOLS)[number];

/** The name of a hatch of diagonal lines; the image is drawn when a style first asks for it. */
export const hatchImage = (colour: string) => `hatch ${colour}`;

/** The name of a symbol: a sign in `ink` on a rounded plate of `plate`. */
export const symbolImage = (name: SymbolName, plate: string, ink: string) => `${name} ${plate} ${ink}`;

/** Draws every image a style names, in the browser: no sprite server is asked. */
export function drawMissingImages(map: MapLibreMap): void {
  map.on("styleimagemissing", ({ id }) => {
    if (map.hasImage(id)) return;
    const image = imageOf(id);
    if (image) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });
}

function imageOf(id: string): ImageData | null {
  const [name, first = "", second = ""] = id.split(" ");
  if (name === "hatch") return paint(HATCH_PX, (pen) => drawHatch(pen, first));
  const symbol = SYMBOLS.find((each) => each === name);
  return symbol ? paint(SYMBOL_PX, (pen) => drawSymbol(pen, symbol, first, second)) : null;
}

function paint(sizePx: number, draw: (pen: CanvasRenderingContext2D) => void): ImageData | null {
  const canvas = document.createElement("canvas");
  canvas.width = sizePx * PIXEL_RATIO;
  canvas.height = sizePx * PIXEL_RATIO;
  // read at once: drawn by the card it would first have to wait for all the map draws
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (pen === null) return null;
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

// lines from corner to corner meet those of the next tile of the pattern
function drawHatch(pen: CanvasRenderingContext2D, colour: string): void {
  pen.strokeStyle = colour;
  pen.globalAlpha = 0.55;
  pen.lineWidth = 1.3;
  for (const shift of [-HATCH_PX, 0, HATCH_PX]) {
    pen.beginPath();
    pen.moveTo(shift - 1, HATCH_PX + 1);
    pen.lineTo(shift + HATCH_PX + 1, -1);
    pen.stroke();
  }
}

function drawSymbol(pen: CanvasRenderingContext2D, symbol: SymbolName, plate: string, ink: string): void {
  pen.fillStyle = plate;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.6;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  pen.roundRect(1.5, 1.5, SYMBOL_PX - 3, SYMBOL_PX - 3, 5);
  pen.fill();
  pen.stroke();
  SIGNS[symbol](pen, ink);
}

const SIGNS: Readonly<Record<SymbolName, (pen: CanvasRenderingContext2D, ink: string) => void>> = {
  // up and down
  lift(pen, ink) {
    pen.fillStyle = ink;
    for (const [tip, base] of [
      [4.8, 9],
      [15.2, 11],
    ] as const) {
      pen.beginPath();
      pen.moveTo(10, tip);
      pen.lineTo(14.2, base);
      pen.lineTo(5.8, base);
      pen.fill();
    }
  },
  // a slope between two landings
  escalator(pen) {
    stroke(pen, [
      [4.5, 14.5],
      [7, 14.5],
      [13, 6],
      [15.5, 6],
    ]);
  },
  // a star of five points: one of four would look like a hospital's cross where it is small
  landmark(pen, ink) {
    pen.fillStyle = ink;
    pen.beginPath();
    for (let ray = 0; ray < 10; ray++) {
      const reach = ray % 2 === 0 ? 6.4 : 2.9;
      pen.lineTo(10 + reach * Math.sin((ray * Math.PI) / 5), 10.4 - reach * Math.cos((ray * Math.PI) / 5));
    }
    pen.fill();
  },
  // a cabin under its rope
  cableway(pen, ink) {
    stroke(pen, [
      [4, 7.5],
      [16, 4.5],
    ]);
    stroke(pen, [
      [10, 6],
      [10, 9],
    ]);
    pen.fillStyle = ink;
    pen.beginPath();
    pen.roundRect(6, 9, 8, 6, 1.5);
    pen.fill();
  },
};

function stroke(pen: CanvasRenderingContext2D, line: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  for (const [x, y] of line) pen.lineTo(x, y);
  pen.stroke();
}
