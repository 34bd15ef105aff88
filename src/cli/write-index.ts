import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { composeIndex } from "../report/compose-index.js";
import type { DrawSvg } from "../report/render/draw-svg.js";
import type { Summary } from "../summary/summary.js";
import { writeFile } from "./write-folder.js";

/** Writes `index.html` over every report in a folder, this run's and earlier ones, by name. */
export async function writeIndex(out: string, draw?: DrawSvg): Promise<string> {
  const entries: { summary: Summary; path: string }[] = [];
  for (const name of (await readdir(out)).sort()) {
    if (name.startsWith(".")) continue;
    const text = await readFile(join(out, name, "summary.json"), "utf8").catch(() => undefined);
    const summary = text === undefined ? undefined : (JSON.parse(text) as Summary);
    if (summary?.format !== "breakeven/summary/1") continue;
    entries.push({ summary, path: `${name}/report.html` });
  }
  const file = join(out, "index.html");
  await writeFile(file, (await composeIndex(entries, draw)).content);
  return file;
}
