/** Where the parts of a segment mapping stand: its segments' last characters, first characters and so on. */
const SEGMENTS = 14;

/**
 * How far each character of a TrueType font moves the pen, in ems. A text is as wide as its characters
 * together, but for kerning, which is up to four pixels of a label of ours.
 *
 * @param file with a mapping of Windows Unicode characters in segments, as nearly every font has it
 * @returns the width of one UTF-16 code unit; that of the missing glyph where the font has none
 * @throws {RangeError} for a file without the mapping
 *
 * Source: Microsoft and Adobe, OpenType specification 1.9.1, tables cmap (format 4), head, hhea, hmtx.
 */
export function advanceWidths(file: Uint8Array): (unit: number) => number {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [head, hhea, hmtx] = ["head", "hhea", "hmtx"].map((tag) => tableAt(view, tag));
  const unitsPerEm = view.getUint16(head! + 18);
  const metrics = view.getUint16(hhea! + 34);
  const glyphOf = glyphsBySegment(view, tableAt(view, "cmap"));
  return (unit) => view.getUint16(hmtx! + 4 * Math.min(glyphOf(unit), metrics - 1)) / unitsPerEm;
}

function tableAt(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let record = 12; record < 12 + 16 * tables; record += 16) {
    const name = [0, 1, 2, 3].map((k) => String.fromCharCode(view.getUint8(record + k))).join("");
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new RangeError(`the font has no table ${tag}`);
}

function glyphsBySegment(view: DataView, cmap: number): (unit: number) => number {
  const at = segmentMapping(view, cmap);
  const size = view.getUint16(at + 6);
  const lasts = at + SEGMENTS;
  const firsts = lasts + size + 2;
  return (unit) => {
    let k = 0;
    while (k < size - 2 && view.getUint16(lasts + k) < unit) k += 2;
    const first = view.getUint16(firsts + k);
    if (unit < first || unit > view.getUint16(lasts + k)) return 0;
    const delta = view.getUint16(firsts + size + k);
    const range = firsts + 2 * size + k;
    const offset = view.getUint16(range);
    const glyph = offset === 0 ? unit : view.getUint16(range + offset + 2 * (unit - first));
    return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
  };
}

function segmentMapping(view: DataView, cmap: number): number {
  const records = view.getUint16(cmap + 2);
  for (let record = cmap + 4; record < cmap + 4 + 8 * records; record += 8) {
    const at = cmap + view.getUint32(record + 4);
    const windows = view.getUint16(record) === 3 && view.getUint16(record + 2) === 1;
    if (windows && view.getUint16(at) === 4) return at;
  }
  throw new RangeError("the font maps no Windows Unicode characters in segments");
}
