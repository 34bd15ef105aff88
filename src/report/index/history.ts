import type { RunLine } from "./run-line.js";

/** What `history.jsonl` holds. */
export interface History {
  /** In the order they were written. */
  readonly lines: readonly RunLine[];
  /** Lines that are no run: torn by a crash while writing, or of another format. */
  readonly unreadable: number;
}

/** Reads the text of `history.jsonl`, one run a line; what is no run is counted and passed over. */
export function parseHistory(text: string): History {
  const written = text.split("\n").filter((line) => line.trim() !== "");
  const lines = written.flatMap(parseLine);
  return { lines, unreadable: written.length - lines.length };
}

function parseLine(text: string): readonly RunLine[] {
  try {
    const line = JSON.parse(text) as RunLine | null;
    return line?.format === "breakeven/history/1" ? [line] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
