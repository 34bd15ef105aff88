import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";
import type { RunLine } from "../report/index/run-line.js";

const NEW_LINE = 10;

/**
 * Appends a run to `history.jsonl` in one write, flushed to disk before it returns. Where a crash
 * tore the last line, that stays as it is and the new one starts below it.
 */
export async function appendHistory(file: string, line: RunLine): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, "a+");
  try {
    const { size } = await handle.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await handle.read(last, 0, 1, size - 1);
    const torn = size > 0 && last[0] !== NEW_LINE;
    await handle.appendFile(`${torn ? "\n" : ""}${JSON.stringify(line)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
