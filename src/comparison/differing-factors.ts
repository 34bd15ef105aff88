import type { Factor } from "../models/quantity.js";
import type { Differences } from "./differences.js";
import { consumersOf, factorHomes, nearest } from "./factor-homes.js";
import type { Pair } from "./pair.js";

/** What a comparison exchanges as one: a factor of the model, or a quantity that belongs to none. */
export interface DifferingFactor {
  readonly name: string;
  readonly label: string;
  /** Quantities that differ and are exchanged together. */
  readonly quantities: readonly string[];
  /** Quantities of one side alone that these bring along. */
  readonly along: readonly string[];
  /** The one quantity that stands for it, where there is one. */
  readonly principal?: string;
  /** How the uncertain inputs are joined, rather than quantities. */
  readonly correlations?: true;
}

interface Group {
  readonly factor: Factor;
  readonly quantities: string[];
  readonly along: string[];
}

/**
 * Deals the differences out to factors. A quantity belongs to a factor of the models where it is one
 * of the factor's own, or where every path from it to the output leads through these; otherwise it
 * is a factor by itself.
 */
export function differingFactors(pair: Pair, differences: Differences): readonly DifferingFactor[] {
  const home = factorHomes(factorsOf(pair), pair.needs, pair.output);
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  for (const name of differences.shared) {
    const factor = home.get(name);
    const key = factor ? `factor ${factor.name}` : `quantity ${name}`;
    const { label } = pair.b.quantities.get(name)!;
    const alone = { name, label, quantities: [name] };
    const group = groups.get(key) ?? { factor: factor ?? alone, quantities: [], along: [] };
    group.quantities.push(name);
    groups.set(key, group);
    groupOf.set(name, group);
  }
  const consumers = consumersOf(pair.needs);
  for (const name of [...differences.alone.a, ...differences.alone.b]) {
    const near = nearest(name, consumers, (other) => groupOf.has(other));
    if (near !== undefined) groupOf.get(near)!.along.push(name);
  }
  const joined = { name: "correlations", label: "Correlations", quantities: [], along: [] };
  return [
    ...[...groups.values()].map((group) => finished(group, pair)),
    ...(differences.correlations ? [{ ...joined, correlations: true as const }] : []),
  ];
}

function finished({ factor, quantities, along }: Group, { reach }: Pair): DifferingFactor {
  const { name, label } = factor;
  const both = factor.quantities.filter((one) => reach.a.includes(one) && reach.b.includes(one));
  const standing = both.length === 1 ? both : quantities;
  const principal = standing.length === 1 ? { principal: standing[0]! } : {};
  return { name, label, quantities, along, ...principal };
}

/** The factors of both models, each name once. */
function factorsOf({ a, b }: Pair): readonly Factor[] {
  const own = a.scenario.factors;
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...b.scenario.factors.filter(({ name }) => !names.has(name))];
}
