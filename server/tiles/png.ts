import { crc32, deflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const RGB = 2;
const FILTER_UP = 2;

/** A PNG of 8-bit RGB pixels, row-major from the top left (ISO/IEC 15948). */
export function encodePng(pixels: Uint8Array, width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header[8] = 8;
  header[9] = RGB;
  const data = deflateSync(filteredRows(pixels, width * 3, height));
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", data),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Each row as its difference from the row above, which packs well where neighbours are alike. */
function filteredRows(pixels: Uint8Array, stride: number, height: number): Uint8Array {
  const filtered = new Uint8Array((stride + 1) * height);
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1);
    filtered[start] = FILTER_UP;
    for (let byte = 0; byte < stride; byte++) {
      const above = row === 0 ? 0 : pixels[(row - 1) * stride + byte]!;
      filtered[start + 1 + byte] = pixels[row * stride + byte]! - above;
    }
  }
  return filtered;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
