import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Bounds } from "../fit/beta.js";
import { fitColumn, type FittedSample } from "../fit/fit-column.js";
import { inputName } from "../fit/input-snippet.js";
import { InvalidData } from "../fit/invalid-data.js";
import { readSample } from "../fit/read-sample.js";
import { csv } from "../report/escape.js";
import { fitFigure } from "../report/figures/fit.js";
import { loadDrawSvg } from "../report/render/draw-svg.js";
import { renderFigures } from "../report/render/render-figure.js";
import type { ReportFile } from "../report/report-file.js";
import { describeFit } from "./describe-fit.js";
import { UsageError } from "./exit-codes.js";
import type { FitArguments } from "./options.js";
import { writeFile } from "./write-folder.js";

/** Fits one column of a table; with `out`, also writes a picture of it. Returns what to print. */
export async function fit(args: FitArguments): Promise<string> {
  const { file, column, unit } = args;
  const bounds = boundsOf(args);
  const values = readSample(file, await readTable(file), column);
  const fitted = fitColumn(values, { file, column: column.trim(), unit }, bounds);
  const written = args.out === undefined ? [] : await writePicture(fitted, args.out);
  if (args.json) return `${JSON.stringify(fitted.record)}\n`;
  const places = written.map((path) => `${path}\n`).join("");
  return `${describeFit(fitted.record)}${places === "" ? "" : `\nWritten:\n${places}`}`;
}

function boundsOf({ min, max }: FitArguments): Bounds | undefined {
  if (min === undefined && max === undefined) return undefined;
  const bounds = { min: Number(min?.trim() || NaN), max: Number(max?.trim() || NaN) };
  if (Number.isFinite(bounds.max - bounds.min) && bounds.min < bounds.max) return bounds;
  const got = `got ${min === undefined ? "no --min" : `--min ${min}`} and ${max === undefined ? "no --max" : `--max ${max}`}`;
  throw new UsageError(`--min and --max take two numbers, the smaller first; ${got}`);
}

async function readTable(file: string): Promise<string> {
  const refuse = (message: string, fix: string): InvalidData =>
    new InvalidData(file, [{ line: 1, message, fix }]);
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EISDIR") throw refuse("this is a folder", "Name a CSV file");
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw refuse("there is no such file", "Check the path");
  });
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("the file is not UTF-8 text", "Save it as CSV in UTF-8");
  }
}

async function writePicture(fitted: FittedSample, out: string): Promise<readonly string[]> {
  const [rendered] = await renderFigures([fitFigure(fitted)], await loadDrawSvg());
  const { figure, svg, png } = rendered!;
  const name = `fit-${inputName(fitted.record.column)}`;
  const files: readonly ReportFile[] = [
    { path: `${name}.svg`, content: svg },
    { path: `${name}.png`, content: png },
    { path: `${name}.vl.json`, content: `${JSON.stringify(figure.wide, null, 2)}\n` },
    { path: `${name}.csv`, content: csv(figure.table.columns, figure.table.rows) },
  ];
  await mkdir(out, { recursive: true });
  for (const { path, content } of files) await writeFile(join(out, path), content);
  return files.map(({ path }) => join(out, path));
}
