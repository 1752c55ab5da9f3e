// The library passes over missing records in silence and believes any count: both are checked before it is asked.

/** Bytes of the head of a .shp, and of the head of each of its records. */
const [HEAD, RECORD_HEAD] = [100, 8];
/** Where the head has the length of the file, in words of 16 bits, big-endian. */
const LENGTH_AT = 24;

/** Whether the records of a .shp follow each other to the end its head states (ESRI Shapefile Technical Description, 1998). */
export function isWholeShp(shp: Uint8Array): boolean {
  if (shp.length < HEAD) return false;
  const view = new DataView(shp.buffer, shp.byteOffset, shp.length);
  const end = 2 * view.getInt32(LENGTH_AT);
  let at = HEAD;
  while (at + RECORD_HEAD <= Math.min(end, shp.length)) {
    const length = 2 * view.getInt32(at + 4);
    if (length < 0) return false;
    at += RECORD_HEAD + length;
  }
  return at === end && end <= shp.length;
}

const [RECORDS_AT, HEAD_LENGTH_AT, RECORD_LENGTH_AT, DBF_HEAD] = [4, 8, 10, 32];

/** Whether a .dbf is long enough for the rows its head states (dBASE III). */
export function isWholeDbf(dbf: Uint8Array): boolean {
  if (dbf.length < DBF_HEAD) return false;
  const view = new DataView(dbf.buffer, dbf.byteOffset, dbf.length);
  const recordLength = view.getUint16(RECORD_LENGTH_AT, true);
  const needed = view.getUint16(HEAD_LENGTH_AT, true) + view.getUint32(RECORDS_AT, true) * recordLength;
  return recordLength > 0 && needed <= dbf.length;
}
