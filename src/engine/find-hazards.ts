import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { effectiveRange } from "../distributions/effective-range.js";
import { bound } from "../formula/bound.js";
import { checkUnits } from "../formula/check-units.js";
import type { Expression } from "../formula/expression.js";
import { formatExpression } from "../formula/format.js";
import type { Hazard } from "../formula/hazard.js";
import { type Bounds, type Interval, interval, union } from "../formula/interval.js";
import { shorten } from "../formula/shorten.js";
import { describeDimension } from "../units/algebra.js";
import type { Unit } from "../units/unit.js";
import type { Definition } from "../models/quantity.js";
import { compileExpression, createScratch } from "./compile-expression.js";
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
  const found: { readonly name: string; readonly hazard: Hazard }[] = [];
  for (const { name, unit, definition } of model.quantities) {
    bounds.set(
      name,
      definition.kind === "formula"
        ? bound(
            model.trees.get(name)!,
            (known) => bounds.get(known),
            (hazard) => found.push({ name, hazard }),
          )
        : boundsOf(definition, unit, model),
    );
  }
  const uncertain = found
    .map(({ hazard }) => hazard)
    .filter(({ guards, operand }) => guards.length > 0 || !occurOnce(operand, model));
  const seen = new Map(uncertain.map((hazard) => [hazard, undefined as Bounds]));
  if (uncertain.length > 0) probe(model, (probes) => observe(seen, probes));
  const unitOfName = unitsByName(model);
  const sentences = found.flatMap(({ name, hazard }) => {
    const range = seen.has(hazard) ? seen.get(hazard) : hazard.range;
    const which = range && hazard.verdict(range);
    return which === undefined ? [] : describe(name, hazard, range!, which, unitOfName);
  });
  return [...new Set(sentences)];
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
function occurOnce(operand: Expression, { trees, varies }: CompiledModel): boolean {
  const met = new Set<string>();
  const visit = (part: Expression): boolean => {
    switch (part.kind) {
      case "number":
        return true;
      case "name": {
        if (!varies(part.name)) return true;
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

/** Widens the range of each operand by its values at the points at which it is worked out. */
function observe(seen: Map<Hazard, Bounds>, { length, read }: Probes): void {
  const scratch = createScratch();
  const evaluate = (part: Expression, column: Float64Array): Float64Array => {
    compileExpression(part, scratch)(read, length, column);
    return column;
  };
  const values = new Float64Array(length);
  for (const [hazard, before] of seen) {
    const conditions = hazard.guards.map(({ condition, holds }) => ({
      chosen: evaluate(condition, new Float64Array(length)),
      holds,
    }));
    evaluate(hazard.operand, values);
    let { low, high } = before ?? { low: Infinity, high: -Infinity };
    for (let i = 0; i < length; i++) {
      if (!conditions.every(({ chosen, holds }) => isChosen(chosen[i]!, holds))) continue;
      // A NaN is neither below nor above.
      if (values[i]! < low) low = values[i]!;
      if (values[i]! > high) high = values[i]!;
    }
    if (low <= high) seen.set(hazard, interval(low, high));
  }
}

function isChosen(condition: number, holds: boolean): boolean {
  return holds ? condition !== 0 && !Number.isNaN(condition) : condition === 0;
}

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
  unitOfName: (name: string) => Unit,
): string {
  const { scale, text } = unitOf(operand, unitOfName);
  const [low, high] = [range.low, range.high].map((value) => formatNumber(value / scale));
  const values = low === high ? "" : ` (range ${low} to ${high}${text === "1" ? "" : ` ${text}`})`;
  return `${name} ${does} ${shorten(formatExpression(operand))}, which ${which}${values}`;
}

function unitsByName({ quantities, units }: CompiledModel): (name: string) => Unit {
  const texts = new Map(quantities.map(({ name, unit }) => [name, unit]));
  return (name) => units.parse(texts.get(name)!);
}

/** A name's own unit; base units for anything else. */
function unitOf(
  operand: Expression,
  unitOfName: (name: string) => Unit,
): { readonly scale: number; readonly text: string } {
  if (operand.kind === "name") return unitOfName(operand.name);
  const { dimension } = checkUnits(operand, (wanted) => unitOfName(wanted).dimension);
  return { scale: 1, text: describeDimension(dimension) };
}

function formatNumber(value: number): string {
  const size = Math.abs(value);
  if (value !== 0 && (size < 1e-4 || size >= 1e15)) return value.toPrecision(3);
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}
