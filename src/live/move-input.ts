import { createDistribution } from "../distributions/create.js";
import type {
  Distribution,
  DistributionSpec,
  ParameterValue,
} from "../distributions/distribution.js";
import { ParameterError } from "../distributions/family.js";
import { firstReaching } from "../numeric/first-reaching.js";
import { displace, type Displaced } from "./displace.js";

/** Significant figures of a moved distribution's parameters: what YAML shows is what is drawn. */
const FIGURES = 6;
/** How often a bracket of the median is doubled. */
const DOUBLINGS_MAX = 40;

/** How an input is moved. */
export interface Move {
  /** The median it is given, in the unit of its distribution. */
  readonly median?: number;
  /** Times its distances from the median, on the scale of `moveScale`; 1 leaves them. */
  readonly spread?: number;
}

/** A move that no member of the family makes. */
export class CannotMove extends RangeError {
  override readonly name = "CannotMove";
}

/**
 * The distribution of the same family that has the median asked for, its distances from the median
 * stretched. Truncation stays where it is: it is what the input cannot be. Parameters are rounded to
 * six figures, so that the scenario file can state exactly what is drawn.
 *
 * @param unit of the quantity
 * @throws {CannotMove} where the family has no such member
 */
export function moveInput(
  spec: DistributionSpec,
  unit: string,
  { median, spread = 1 }: Move,
): DistributionSpec {
  if (median === undefined && spread === 1) return spec;
  const displaced = displace(spec, unit);
  if (!displaced) throw new CannotMove(`a ${spec.distribution} has no median to move`);
  if (spread !== 1 && !displaced.spreads) {
    throw new CannotMove(`a ${spec.distribution} has no spread of its own`);
  }
  const target = median ?? createDistribution(spec).quantile(0.5);
  const by = displacementTo(target, displaced, (displacement) =>
    at(spec, displaced, displacement, spread),
  );
  const moved = { ...spec, parameters: rounded(displaced.parameters(by, spread)) };
  if (!create(moved)) throw new CannotMove(`no ${spec.distribution} has this median and spread`);
  return moved;
}

function at(
  spec: DistributionSpec,
  { parameters }: Displaced,
  displacement: number,
  spread: number,
): Distribution | undefined {
  return create({ ...spec, parameters: parameters(displacement, spread) });
}

function create(spec: DistributionSpec): Distribution | undefined {
  try {
    return createDistribution(spec);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    return undefined;
  }
}

/** The displacement that gives a median, from a bracket around none that is doubled until it holds it. */
function displacementTo(
  target: number,
  { scale }: Displaced,
  moved: (displacement: number) => Distribution | undefined,
): number {
  const aim = scale.to(target);
  // Where a truncation leaves nothing, the median lies beyond its end.
  const excess = (displacement: number): number => {
    const median = moved(displacement)?.quantile(0.5);
    return median === undefined ? Math.sign(displacement) * Infinity : scale.to(median) - aim;
  };
  const start = excess(0);
  if (start === 0) return 0;
  const tolerance = 1e-12 * Math.max(1, Math.abs(aim));
  let width = -start;
  for (let k = 0; Number.isFinite(width) && k < DOUBLINGS_MAX; k++, width *= 2) {
    const end = excess(width);
    if (Math.abs(end) <= tolerance) return width;
    if (end * start < 0) return firstReaching(excess, Math.min(0, width), Math.max(0, width));
  }
  throw new CannotMove(`no distribution of this family has a median of ${target}`);
}

function rounded(parameters: DistributionSpec["parameters"]): DistributionSpec["parameters"] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]): [string, ParameterValue] => {
      if (typeof value === "number") return [name, round(value)];
      const entries = Object.entries(value as Readonly<Record<string, number>>);
      return [name, Object.fromEntries(entries.map(([key, x]) => [key, round(x)]))];
    }),
  );
}

function round(value: number): number {
  return Number(value.toPrecision(FIGURES));
}
