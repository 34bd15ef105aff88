import type { Factor } from "../models/quantity.js";

type Needs = ReadonlyMap<string, readonly string[]>;

/**
 * The factor that each quantity belongs to: the one it is listed in, else the nearest of those that
 * stand on every path from it to the output. Quantities of no factor are left out.
 *
 * @param needs of every quantity that the output rests on
 */
export function factorHomes(
  factors: readonly Factor[],
  needs: Needs,
  output: string,
): ReadonlyMap<string, Factor> {
  const home = new Map<string, Factor>();
  for (const factor of [...factors].reverse()) {
    for (const name of factor.quantities) home.set(name, factor);
  }
  const consumers = consumersOf(needs);
  const seen = factors.map(({ quantities }) => visibleFrom(output, needs, new Set(quantities)));
  for (const name of needs.keys()) {
    if (home.has(name)) continue;
    const hiding = factors.filter((_, k) => !seen[k]!.has(name));
    const gates = new Set(hiding.flatMap(({ quantities }) => quantities));
    const near = nearest(name, consumers, (other) => gates.has(other));
    const factor = hiding.find(({ quantities }) => near !== undefined && quantities.includes(near));
    if (factor) home.set(name, factor);
  }
  return home;
}

/** For every quantity the quantities that are made from it. */
export function consumersOf(needs: Needs): Needs {
  const consumers = new Map<string, string[]>([...needs.keys()].map((name) => [name, []]));
  for (const [name, own] of needs) for (const need of own) consumers.get(need)!.push(name);
  return consumers;
}

/** The first quantity on the way from one to the output, breadth first, that fits. */
export function nearest(
  from: string,
  consumers: Needs,
  fits: (name: string) => boolean,
): string | undefined {
  const met = new Set([from]);
  for (const name of met) {
    if (name !== from && fits(name)) return name;
    for (const consumer of consumers.get(name)!) met.add(consumer);
  }
  return undefined;
}

/** What a walk from the output meets that does not go past the gates. */
function visibleFrom(output: string, needs: Needs, gates: ReadonlySet<string>): Set<string> {
  const met = new Set([output]);
  for (const name of met) {
    if (!gates.has(name)) for (const need of needs.get(name)!) met.add(need);
  }
  return met;
}
