/** 1 January 1980, midnight, the first moment a ZIP file can name: DOS time, then DOS date. */
const TIME = 0;
const DATE = 0x21;

const CENTRAL_ENTRY = 0x02014b50;
const END = 0x06054b50;

/**
 * A ZIP file with the time of every entry set to the same moment, so that equal content has equal
 * bytes; office files are ZIP files and hold the time they were made at.
 *
 * Source: PKWARE, .ZIP File Format Specification 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 *
 * @throws {RangeError} for bytes that are no ZIP file without a comment
 */
export function fixedZip(zip: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(zip);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== END) throw new RangeError("not a ZIP file");
  const entries = view.getUint16(end + 10, true);
  let entry = view.getUint32(end + 16, true);
  for (let k = 0; k < entries; k++) {
    if (view.getUint32(entry, true) !== CENTRAL_ENTRY) throw new RangeError(`no entry at ${entry}`);
    const local = view.getUint32(entry + 42, true);
    stamp(view, entry + 12);
    stamp(view, local + 10);
    const variable = [28, 30, 32].map((at) => view.getUint16(entry + at, true));
    entry += 46 + variable.reduce((sum, length) => sum + length, 0);
  }
  return bytes;
}

function stamp(view: DataView, at: number): void {
  view.setUint16(at, TIME, true);
  view.setUint16(at + 2, DATE, true);
}
