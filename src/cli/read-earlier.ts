import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { runId } from "../report/run-id.js";
import type { EarlierSummary } from "../summary/earlier-summary.js";
import type { EarlierRun } from "../summary/since.js";
import { earlierRecord, type EarlierRecord, earlierSummary } from "./earlier-schema.js";
import { UsageError } from "./exit-codes.js";

/** A run that a later one is held against. */
export interface Earlier {
  readonly summary: EarlierSummary;
  readonly run: EarlierRun;
  /** Its `run.json`; undefined where there is none, or none of this summary. */
  readonly record: EarlierRecord | undefined;
}

/**
 * Reads an earlier run from the folder of its report, or from its `summary.json` or `run.json`.
 *
 * @returns undefined where there is no such folder or file, or no summary in it
 * @throws {UsageError} where a summary is there and cannot be read as one
 */
export async function readEarlier(path: string): Promise<Earlier | undefined> {
  const kind = await unlessAbsent(stat(path));
  if (!kind) return undefined;
  const folder = kind.isDirectory() ? path : dirname(path);
  const named = kind.isDirectory() ? undefined : await readFile(path, "utf8");
  const recordText = await unlessAbsent(readFile(join(folder, "run.json"), "utf8"));
  const isRecord = named !== undefined && named === recordText;
  const file = named === undefined || isRecord ? join(folder, "summary.json") : path;
  const text = await unlessAbsent(readFile(file, "utf8"));
  if (text === undefined) return undefined;
  const summary = parsed(earlierSummary, text, file);
  const known = recordText === undefined ? undefined : recordOf(recordText, text);
  const { scenario, run } = summary;
  const { draws, seed, method } = run;
  const id = known && runId(summary, known);
  const { version, sha256 } = known ?? {};
  return {
    summary,
    run: {
      ...{ scenario, draws, seed, method },
      ...(id !== undefined && version !== undefined && sha256 !== undefined
        ? { id, version, sha256 }
        : {}),
    },
    record: known,
  };
}

/** A record, if it is that of the summary: it holds the hash of every file of its report. */
function recordOf(text: string, summary: string): EarlierRecord | undefined {
  try {
    const { data } = earlierRecord.safeParse(JSON.parse(text));
    const hash = createHash("sha256").update(summary).digest("hex");
    return data?.files["summary.json"] === hash ? data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function parsed<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
): z.infer<Schema> {
  const problem = (what: string): UsageError =>
    new UsageError(`--since: ${file} is not the summary.json of a run: ${what}`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw problem("it is not JSON");
  }
  const { data, error } = schema.safeParse(value);
  if (!error) return data;
  const [issue] = error.issues;
  throw problem(`${issue!.path.join(".") || "the whole"}: ${issue!.message}`);
}

function unlessAbsent<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    return undefined;
  });
}
