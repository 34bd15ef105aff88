import type { Context } from "./context.js";
import { explainIssue } from "./explain-issue.js";
import { type ScenarioFile, scenarioSchema } from "./schema.js";
import { YEARS_PASSED } from "./years-passed.js";
import type { Path } from "./yaml-source.js";

/** A file of the right shape, and the quantities that had to be left out to make it so. */
export interface Shaped {
  readonly file: ScenarioFile;
  /** Names declared under `inputs`, `switches`, `formulas` or by `horizon` whose entries have the wrong shape. */
  readonly faulty: readonly string[];
}

/**
 * Checks the shape of a file and reports what is wrong with it. Faulty entries are left out, so that
 * the rest can still be checked for sense and all problems be told at once.
 *
 * @returns undefined where too little is left to go on
 */
export function checkShape(data: unknown, report: Context["report"]): Shaped | undefined {
  const parsed = scenarioSchema.safeParse(data);
  if (parsed.success) return { file: parsed.data, faulty: [] };
  const findings = parsed.error.issues.flatMap((issue) => explainIssue(issue, data));
  for (const { path, message, fix, onKey } of findings) report(path, message, fix, { onKey });
  const rest = scenarioSchema.safeParse(
    findings.reduce((kept, { path }) => without(kept, path), data),
  );
  if (!rest.success) return undefined;
  const faulty = findings.flatMap(({ path: [section, name] }) => {
    if (section === "horizon") return [YEARS_PASSED];
    const named = section === "inputs" || section === "switches" || section === "formulas";
    return named && typeof name === "string" ? [name] : [];
  });
  return { file: rest.data, faulty };
}

/** The data without the entry a path leads into: `inputs.x` for `inputs.x.sd`, `run` for `run.draws`. */
function without(data: unknown, [section, entry]: Path): unknown {
  if (typeof data !== "object" || data === null || section === undefined) return data;
  const { [section]: content, ...rest } = data as Record<string | number, unknown>;
  const named = ["inputs", "switches", "formulas", "prices", "stress", "given"].includes(
    String(section),
  );
  if (!named || entry === undefined || typeof content !== "object" || content === null) return rest;
  const entries = Object.entries(content).filter(([name]) => name !== String(entry));
  return { ...rest, [section]: Object.fromEntries(entries) };
}
