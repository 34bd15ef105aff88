/**
 * Lines of text columns, two spaces apart; the last column is left ragged.
 *
 * @param header one title per column
 * @param rows as many cells as the header has
 */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, k) =>
    Math.max(title.length, ...rows.map((row) => row[k]!.length)),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, k) => (k === cells.length - 1 ? cell : cell.padEnd(widths[k]!))).join("  ");
  const rule = widths.map((width, k) =>
    "-".repeat(k === widths.length - 1 ? header[k]!.length : width),
  );
  return [line(header), line(rule), ...rows.map(line)]
    .map((text) => `${text.trimEnd()}\n`)
    .join("");
}
