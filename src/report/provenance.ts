import type { Theme } from "./style.js";

/** What a reader needs to repeat a run, beside what the summary holds. */
export interface Provenance {
  /** Version of Breakeven. */
  readonly version: string;
  /** The scenario file as it was named. */
  readonly file: string;
  /** Its text. */
  readonly text: string;
  /** `--set` entries laid over the scenario's inputs, such as `rent=2`. */
  readonly overrides: readonly string[];
  /** `--given` conditions beside those of the scenario, where there are any. */
  readonly given?: readonly string[];
  /** `--since`, the earlier run this one is held against, as it was named. */
  readonly since?: string;
  /** SHA-256 of the file's text, hexadecimal. */
  readonly sha256: string;
  /** Of the page, where one was asked for. */
  readonly theme?: Theme;
  /** Whether the figures of the page are live views. */
  readonly interactiveCharts?: true;
}
