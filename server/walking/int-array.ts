// PostgreSQL's binary form of a one-dimensional array: dimensions, has-null flag, element type, length, lower bound,
// then each element as its length in bytes (-1 = null) and its bytes. A Buffer value travels in binary.
const BOOL_OID = 16;
const INT4_OID = 23;
const FLOAT8_OID = 701;
const HEADER_BYTES = 20;
const EMPTY_BYTES = 12;

function header(bytes: Buffer, elementOid: number, length: number): void {
  bytes.writeInt32BE(length === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(elementOid, 8);
  if (length === 0) return;
  bytes.writeInt32BE(length, 12);
  bytes.writeInt32BE(1, 16);
}

/** Whole numbers as a binary integer[] parameter; negative ones become null. */
export function toIntArrayParameter(values: Int32Array): Buffer {
  if (values.length === 0) return emptyArray(INT4_OID);
  let known = 0;
  for (const value of values) if (value >= 0) known++;
  const bytes = Buffer.alloc(HEADER_BYTES + 4 * values.length + 4 * known);
  header(bytes, INT4_OID, values.length);
  let offset = HEADER_BYTES;
  for (const value of values) {
    offset = bytes.writeInt32BE(value < 0 ? -1 : 4, offset);
    if (value >= 0) offset = bytes.writeInt32BE(value, offset);
  }
  return bytes;
}

/** Numbers as a binary double precision[] parameter. */
export function toFloatArrayParameter(values: Float64Array): Buffer {
  return wholeArray(values, [FLOAT8_OID, 8], (bytes, value, offset) => bytes.writeDoubleBE(value, offset));
}

/** Zeros and ones as a binary boolean[] parameter. */
export function toBooleanArrayParameter(values: Uint8Array): Buffer {
  return wholeArray(values, [BOOL_OID, 1], (bytes, value, offset) => bytes.writeUInt8(value, offset));
}

// an array without nulls; `write` puts an element of so many bytes and answers where the next begins
function wholeArray(
  values: Float64Array | Uint8Array,
  [elementOid, elementBytes]: readonly [oid: number, bytes: number],
  write: (bytes: Buffer, value: number, offset: number) => number,
): Buffer {
  if (values.length === 0) return emptyArray(elementOid);
  const bytes = Buffer.alloc(HEADER_BYTES + (4 + elementBytes) * values.length);
  header(bytes, elementOid, values.length);
  let offset = HEADER_BYTES;
  for (const value of values) offset = write(bytes, value, bytes.writeInt32BE(elementBytes, offset));
  return bytes;
}

function emptyArray(elementOid: number): Buffer {
  const bytes = Buffer.alloc(EMPTY_BYTES);
  header(bytes, elementOid, 0);
  return bytes;
}

const COMMA = 44;
const ZERO = 48;
const NINE = 57;
const CLOSING_BRACE = 125;

/** Reads `integer[]::text` of so many elements, all >= 0 or NULL; NULL becomes -1. */
export function parseIntArray(text: string, length: number): Int32Array {
  const values = new Int32Array(length).fill(-1);
  let element = 0;
  let value = -1;
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) value = (value < 0 ? 0 : 10 * value) + code - ZERO;
    else if (code === COMMA || code === CLOSING_BRACE) {
      values[element++] = value;
      value = -1;
    }
  }
  return values;
}
