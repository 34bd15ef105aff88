import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { effectiveRange } from "../distributions/effective-range.js";
import { bound } from "../formula/bound.js";
import { checkUnits } from "../formula/check-units.js";
import type { Expression } from "../formula/expression.js";
import { formatExpression } from "../formula/format.js";
import type { Hazard } from "../formula/hazard.js";
import { type Bounds, type Interval, interval, union } from "../formula/interval.js";
import { parseFormula } from "../formula/parse.js";
import { shorten } from "../formula/shorten.js";
import { describeDimension } from "../units/algebra.js";
import type { Definition } from "../models/quantity.js";
import { compileExpression } from "./compile-expression.js";
import type { CompiledModel } from "./compile-model.js";
import { probe, type Probes } from "./probe.js";

/**
 * Operations of the formulas that some values of the inputs leave without a finite result, one
 * sentence each: `cost divides by throughput, which can be 0 or change sign (range -12 to 340 token/s)`.
 * Found before anything is drawn, over ranges that hold all but one outcome in a million at each end
 * of each input.
 *
 * Interval arithmetic finds what may fail. Its bounds are exact where no input occurs twice and no
 * condition stands before; elsewhere only what fails at one of some thousand points is told.
 */
export function findHazards(model: CompiledModel): readonly string[] {
  const bounds = new Map<string, Bounds>();
  const sentences = new Set<string>();
  const trees = new Map<string, Expression>();
  let probes: Probes | undefined;
  for (const { name, unit, definition } of model.quantities) {
    if (definition.kind !== "formula") {
      bounds.set(name, boundsOf(definition, unit, model));
      continue;
    }
    const tree = parseFormula(definition.formula, model.units);
    trees.set(name, tree);
    const report = (hazard: Hazard): void => {
      const exact = hazard.guards.length === 0 && occurOnce(hazard.operand, trees, model);
      const range = exact ? hazard.range : seen(hazard, (probes ??= probe(model)));
      const which = range && hazard.verdict(range);
      if (which !== undefined) sentences.add(describe(name, hazard, range!, which, model));
    };
    bounds.set(
      name,
      bound(tree, (known) => bounds.get(known), report),
    );
  }
  return [...sentences];
}

function boundsOf(
  definition: Exclude<Definition, { kind: "formula" }>,
  unit: string,
  model: CompiledModel,
): Bounds {
  switch (definition.kind) {
    case "constant": {
      const value = definition.value * model.units.parse(unit).scale;
      return interval(value, value);
    }
    case "distribution":
      return rangeOf(definition.spec, unit, model);
    case "conditional":
      // Nothing is known of a distribution whose parameters are uncertain themselves.
      return definition.members
        .map(({ spec, unit: own, given }) =>
          Object.keys(given).length === 0 ? rangeOf(spec, own, model) : undefined,
        )
        .reduce(union);
  }
}

/** Whether no varying quantity occurs twice in a formula, the formulas it reads included. */
function occurOnce(
  operand: Expression,
  trees: ReadonlyMap<string, Expression>,
  { inputsOf }: CompiledModel,
): boolean {
  const met = new Set<string>();
  const visit = (part: Expression): boolean => {
    switch (part.kind) {
      case "number":
        return true;
      case "name": {
        if (inputsOf(part.name).size === 0) return true;
        if (met.has(part.name)) return false;
        met.add(part.name);
        const tree = trees.get(part.name);
        return tree === undefined || visit(tree);
      }
      case "negate":
        return visit(part.operand);
      case "binary":
        return visit(part.left) && visit(part.right);
      case "call":
        return part.callee !== "if" && part.operands.every(visit);
    }
  };
  return visit(operand);
}

/** The range of an operand over the points at which it is worked out; undefined for none. */
function seen({ operand, guards }: Hazard, { length, read }: Probes): Bounds {
  const evaluate = (part: Expression): Float64Array => {
    const column = new Float64Array(length);
    compileExpression(part)(read, length, column);
    return column;
  };
  const conditions = guards.map(({ condition, holds }) => ({ values: evaluate(condition), holds }));
  const values = evaluate(operand).filter(
    (value, i) =>
      !Number.isNaN(value) &&
      conditions.every(({ values: chosen, holds }) =>
        holds ? chosen[i] !== 0 && !Number.isNaN(chosen[i]) : chosen[i] === 0,
      ),
  );
  return values.length === 0 ? undefined : interval(values.reduce(least), values.reduce(most));
}

const least = (a: number, b: number): number => Math.min(a, b);
const most = (a: number, b: number): number => Math.max(a, b);

function rangeOf(spec: DistributionSpec, unit: string, { units }: CompiledModel): Bounds {
  const { scale } = units.parse(unit);
  const [low, high] = effectiveRange(createDistribution(spec));
  return interval(low * scale, high * scale);
}

function describe(
  name: string,
  { does, operand }: Hazard,
  range: Interval,
  which: string,
  model: CompiledModel,
): string {
  const { scale, text } = unitOf(operand, model);
  const [low, high] = [range.low, range.high].map((value) => formatNumber(value / scale));
  const values = low === high ? "" : ` (range ${low} to ${high}${text === "1" ? "" : ` ${text}`})`;
  return `${name} ${does} ${shorten(formatExpression(operand))}, which ${which}${values}`;
}

/** A name's own unit; base units for anything else. */
function unitOf(
  operand: Expression,
  { quantities, units }: CompiledModel,
): { readonly scale: number; readonly text: string } {
  const unitOfName = (wanted: string) =>
    units.parse(quantities.find(({ name }) => name === wanted)!.unit);
  if (operand.kind === "name") return unitOfName(operand.name);
  const { dimension } = checkUnits(operand, (wanted) => unitOfName(wanted).dimension);
  return { scale: 1, text: describeDimension(dimension) };
}

function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e15)) return value.toPrecision(3);
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}
