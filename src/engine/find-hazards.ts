import { effectiveRange } from "../distributions/effective-range.js";
import { bound } from "../formula/bound.js";
import { checkUnits } from "../formula/check-units.js";
import type { Expression } from "../formula/expression.js";
import { formatExpression } from "../formula/format.js";
import type { Hazard } from "../formula/hazard.js";
import { type Bounds, interval } from "../formula/interval.js";
import { parseFormula } from "../formula/parse.js";
import { shorten } from "../formula/shorten.js";
import { describeDimension } from "../units/algebra.js";
import type { CompiledModel } from "./compile-model.js";

/**
 * Operations of the formulas that some values of the inputs leave without a finite result, one
 * sentence each: `cost divides by throughput, which can be 0 or change sign (range -12 to 340 token/s)`.
 * Found before anything is drawn, by bounds that hold for all but one outcome in a million of each
 * input.
 */
export function findHazards(model: CompiledModel): readonly string[] {
  const bounds = new Map<string, Bounds>();
  const sentences = new Set<string>();
  const distributions = new Map(model.inputs.map((input) => [input.name, input.distribution]));
  for (const { name, unit, definition } of model.quantities) {
    switch (definition.kind) {
      case "constant": {
        const value = definition.value * model.units.parse(unit).scale;
        bounds.set(name, interval(value, value));
        break;
      }
      case "distribution":
        bounds.set(name, interval(...effectiveRange(distributions.get(name)!)));
        break;
      case "formula": {
        const tree = parseFormula(definition.formula, model.units);
        const report = (hazard: Hazard): void => {
          sentences.add(describe(name, hazard, model));
        };
        bounds.set(
          name,
          bound(tree, (known) => bounds.get(known), report),
        );
      }
    }
  }
  return [...sentences];
}

function describe(name: string, hazard: Hazard, model: CompiledModel): string {
  const { does, operand, which, range } = hazard;
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
