// Text of tables.

/** Rows as a Markdown table whose columns line up. */
export function markdown(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, k) => Math.max(...all.map((row) => row[k].length)));
  const line = (row) => `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

/** A number of so many significant digits. */
export const digits = (value, count) => Number(value.toPrecision(count)).toLocaleString("en-US");
