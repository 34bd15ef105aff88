import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type History, parseHistory } from "../report/index/history.js";
import type { IndexEntry } from "../report/index/index-row.js";
import type { RunMark } from "../report/index/run-line.js";
import type { Summary } from "../summary/summary.js";
import type { Reporter } from "./reporter.js";
import { writeFile } from "./write-folder.js";

/** Where a folder of reports keeps its runs, one line each. */
export const HISTORY = "history.jsonl";

/**
 * Writes `index.html` and `index.json` over every report in a folder, this run's and earlier ones.
 *
 * @returns the path of `index.html`
 */
export async function writeIndex(out: string, reporter: Reporter): Promise<string> {
  await mkdir(out, { recursive: true });
  const names = (await readdir(out)).filter((name) => !name.startsWith(".")).sort();
  const entries = (await Promise.all(names.map((name) => readEntry(out, name)))).flat();
  const files = await reporter.compose({ kind: "index", entries, history: await readHistory(out) });
  for (const { path, content } of files) await writeFile(join(out, path), content);
  return join(out, files[0]!.path);
}

async function readEntry(out: string, folder: string): Promise<readonly IndexEntry[]> {
  const read = (name: string): Promise<string | undefined> =>
    readFile(join(out, folder, name), "utf8").catch(() => undefined);
  const [text, record] = await Promise.all([read("summary.json"), read("run.json")]);
  const summary = text === undefined ? undefined : (JSON.parse(text) as Summary);
  if (summary?.format !== "breakeven/summary/1") return [];
  return [{ summary, folder, mark: record === undefined ? undefined : markOf(record) }];
}

function markOf(record: string): RunMark {
  const { version, finished, sha256, data, overrides } = JSON.parse(record) as RunMark;
  // Records of the first version held no overrides.
  return { version, finished, sha256, data, overrides: overrides ?? [] };
}

async function readHistory(out: string): Promise<History> {
  const text = await readFile(join(out, HISTORY), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    return "";
  });
  return parseHistory(text);
}
