import { createDistribution } from "../distributions/create.js";
import type { DistributionSpec } from "../distributions/distribution.js";
import { ParameterError } from "../distributions/family.js";
import { parameterUnit } from "../distributions/parameter-unit.js";
import type { Definition, Member, Quantity } from "../models/quantity.js";
import type { UnitSystem } from "../units/unit-system.js";
import { createSamplers, type Samplers } from "./samplers.js";
import type { Tabulated } from "./tabulated.js";

/** Reads a column of an input drawn before, in base units. */
export type ReadInput = (name: string) => Float64Array;

/**
 * An input made ready to draw; values are in base units. A conditional one has a quantile function
 * that depends on inputs drawn before it.
 */
export type ModelInput =
  | { readonly name: string; readonly distribution: Tabulated }
  | {
      readonly name: string;
      /** @returns the quantile function of each draw of a block: of a uniform and the draw's place */
      readonly given: (read: ReadInput) => (u: number, draw: number) => number;
    };

/**
 * Makes an input ready; undefined for a quantity that is no input.
 *
 * @param samplers of the model
 */
export function modelInput(
  { name, unit, definition }: Quantity,
  units: UnitSystem,
  samplers: Samplers = createSamplers(),
): ModelInput | undefined {
  switch (definition.kind) {
    case "constant":
    case "formula":
      return undefined;
    case "distribution":
      return { name, distribution: samplers.sampler(definition.spec, units.parse(unit).scale) };
    case "conditional":
      return { name, given: conditional(definition, units, samplers) };
  }
}

type Given = Extract<ModelInput, { given: unknown }>["given"];

function conditional(
  { by, members }: Definition & { kind: "conditional" },
  units: UnitSystem,
  samplers: Samplers,
): Given {
  const ready = members.map((member) => readyMember(member, units, samplers));
  if (by === undefined) return ready[0]!;
  return (read) => {
    const chosen = read(by);
    const quantiles = ready.map((given) => given(read));
    return (u, draw) => quantiles[chosen[draw]!]!(u, draw);
  };
}

function readyMember({ spec, unit, given }: Member, units: UnitSystem, samplers: Samplers): Given {
  const uncertain = Object.entries(given);
  const { scale } = units.parse(unit);
  if (uncertain.length === 0) {
    const { quantile } = samplers.sampler(spec, scale);
    return () => quantile;
  }
  const scales = uncertain.map(([name]) => units.parse(parameterUnit(name, unit)).scale);
  return (read) => {
    const columns = uncertain.map(([, input]) => read(input));
    const parameters = { ...spec.parameters };
    const drawn = { ...spec, parameters };
    return (u, draw) => {
      for (let k = 0; k < columns.length; k++) {
        parameters[uncertain[k]![0]] = columns[k]![draw]! / scales[k]!;
      }
      return quantileOrNone(drawn, u) * scale;
    };
  };
}

/** Parameters that contradict each other name no distribution, so that the draw has no value. */
function quantileOrNone(spec: DistributionSpec, u: number): number {
  try {
    return createDistribution(spec).quantile(u);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return NaN;
  }
}
