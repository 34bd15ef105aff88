import { isUncertain } from "../models/conditions.js";
import type { Link } from "../models/quantity.js";
import { checkKnown } from "./check-formulas.js";
import type { Context } from "./context.js";
import { createDependence, nearestCorrelations } from "./dependence.js";
import type { Draft } from "./draft.js";
import type { Correlation } from "./scenario.js";
import type { ScenarioFile } from "./schema.js";
import type { Path } from "./yaml-source.js";

type Drafts = ReadonlyMap<string, Draft>;
type Stated = NonNullable<ScenarioFile["correlations"]>;
type Pairs = Extract<Stated, readonly unknown[]>;
type Matrix = Exclude<Stated, readonly unknown[]>;

/** More than a message can list. */
const PAIRS_LISTED_MAX = 10;

/**
 * The correlations of a scenario, stated by pairs or as a matrix, and those of its model of which it
 * says nothing: between uncertain inputs, each pair once, and such that all can hold together, by the
 * nearest that can where the scenario asks for it.
 */
export function resolveCorrelations(
  context: Context,
  file: ScenarioFile,
  drafts: Drafts,
  links: readonly Link[],
): readonly Correlation[] {
  const stated = file.correlations ?? [];
  const own = Array.isArray(stated)
    ? fromPairs(context, stated, drafts)
    : fromMatrix(context, stated as Matrix, drafts);
  const correlations = [...own, ...unsaid(links, own, drafts)];
  if (correlations.length === 0 || createDependence(correlations)) return correlations;
  if (file.correlations_repair === "nearest") return nearestCorrelations(correlations);
  reportImpossible(context, correlations);
  return correlations;
}

/** The model's correlations between inputs that stay uncertain, of pairs that the scenario leaves out. */
function unsaid(
  links: readonly Link[],
  own: readonly Correlation[],
  drafts: Drafts,
): readonly Correlation[] {
  const said = new Set(own.map(({ between }) => between.toSorted().join(" ")));
  return links.filter(
    ({ between }) =>
      !said.has(between.toSorted().join(" ")) &&
      between.every((name) => isUncertain(drafts.get(name)!.definition)),
  );
}

function fromPairs(context: Context, pairs: Pairs, drafts: Drafts): readonly Correlation[] {
  const seen = new Set<string>();
  return pairs.flatMap(({ between, rank, source }, k): Correlation[] => {
    const path: Path = ["correlations", k];
    const [a, b] = between;
    const pair = between.toSorted().join(" and ");
    if (a === b || seen.has(pair)) {
      const message = a === b ? `${a} is paired with itself` : `${pair} are correlated twice`;
      context.report(path, message, "Keep one entry for each pair of inputs");
      return [];
    }
    seen.add(pair);
    const sound = between.map((name, end) =>
      checkUncertain(context, [...path, "between", end], name, drafts),
    );
    if (!sound.every(Boolean)) return [];
    return [{ between, rank, ...(source === undefined ? {} : { source }) }];
  });
}

function fromMatrix(
  context: Context,
  { inputs, matrix, source }: Matrix,
  drafts: Drafts,
): readonly Correlation[] {
  const sound = inputs.map((name, k) => {
    const path: Path = ["correlations", "inputs", k];
    if (inputs.indexOf(name) === k) return checkUncertain(context, path, name, drafts);
    context.report(path, `${name} stands in the list twice`, "Keep one row and column for it");
    return false;
  });
  if (!isCorrelationMatrix(context, inputs, matrix) || !sound.every(Boolean)) return [];
  return inputs.flatMap((a, i) =>
    inputs.slice(i + 1).map((b, k) => {
      const rank = matrix[i]![i + 1 + k]!;
      return { between: [a, b], rank, ...(source === undefined ? {} : { source }) };
    }),
  );
}

/** Square, ones on the diagonal, symmetric; the first fault of each kind in a row is reported. */
function isCorrelationMatrix(
  { report }: Context,
  inputs: Matrix["inputs"],
  matrix: Matrix["matrix"],
): boolean {
  const path: Path = ["correlations", "matrix"];
  const n = inputs.length;
  if (matrix.length !== n) {
    report(path, `matrix has ${matrix.length} rows for ${n} inputs`, "Give each input one row");
    return false;
  }
  const ragged = matrix.findIndex((row) => row.length !== n);
  if (ragged >= 0) {
    const message = `the row of ${inputs[ragged]!} has ${matrix[ragged]!.length} entries for ${n} inputs`;
    report([...path, ragged], message, "Give each input one column");
    return false;
  }
  let sound = true;
  for (const [i, row] of matrix.entries()) {
    if (row[i] !== 1) {
      report([...path, i, i], `${inputs[i]!} with itself is ${row[i]!}`, "Write 1");
      sound = false;
    }
    const j = row.findIndex((rank, column) => column < i && rank !== matrix[column]![i]);
    if (j >= 0) {
      const message = `${inputs[i]!} with ${inputs[j]!} is ${row[j]!}, but ${inputs[j]!} with ${inputs[i]!} is ${matrix[j]![i]!}`;
      report([...path, i, j], message, "A correlation matrix is symmetric: write the same twice");
      sound = false;
    }
  }
  return sound;
}

function checkUncertain(context: Context, path: Path, name: string, drafts: Drafts): boolean {
  if (!checkKnown(context, path, name, drafts)) return false;
  if (isUncertain(drafts.get(name)!.definition)) return true;
  context.report(
    path,
    `${name} is not an uncertain input`,
    "Give it a distribution, or remove the correlation",
  );
  return false;
}

function reportImpossible(context: Context, correlations: readonly Correlation[]): void {
  const nearest = writtenOut(nearestCorrelations(correlations));
  const listed = nearest.map(({ between, rank }) => `${between.join(" and ")} ${rank}`).join(", ");
  const shown = nearest.length > PAIRS_LISTED_MAX ? "" : `: ${listed}`;
  context.report(
    ["correlations"],
    "these correlations cannot hold together: their matrix is not positive semidefinite",
    `Write the nearest that can${shown}, or add correlations_repair: nearest`,
    { onKey: true },
  );
}

/** Cut to two decimals, and weakened until what is written can hold together. */
function writtenOut(correlations: readonly Correlation[]): readonly Correlation[] {
  for (let percent = 100; ; percent--) {
    const cut = correlations
      .map((entry) => ({ ...entry, rank: Math.trunc(entry.rank * percent) / 100 }))
      .filter(({ rank }) => rank !== 0);
    if (cut.length === 0 || createDependence(cut)) return cut;
  }
}
