import { nearestName } from "../formula/nearest-name.js";
import type { Scenario } from "../scenario/scenario.js";
import { type Graph, graphOf, reachOf } from "./graph.js";
import { Incomparable } from "./incomparable.js";
import { measuredAlike } from "./pair.js";

/**
 * The output two scenarios are compared on: the one asked for, or the first of `a` that `b` knows as
 * well, or the one `b` leads with where that contains it, as a price contains its cost.
 *
 * @throws {Incomparable} where there is none
 */
export function chooseOutput(a: Scenario, b: Scenario, asked?: string): string {
  const graphs = [graphOf(a), graphOf(b)] as const;
  if (asked !== undefined) return checked(graphs, asked);
  const own = a.outputs.find((name) => measuredAlike(...graphs, name));
  const lead = b.outputs[0]!;
  const wider =
    measuredAlike(...graphs, lead) &&
    (own === undefined || graphs.every((graph) => reachOf(graph, lead).includes(own)));
  if (wider) return lead;
  if (own !== undefined) return own;
  throw new Incomparable(
    `${b.name} has no quantity of the name and kind of an output of ${a.name} (${a.outputs.join(", ")})`,
  );
}

function checked([a, b]: readonly [Graph, Graph], name: string): string {
  for (const { quantities, scenario } of [a, b]) {
    if (quantities.has(name)) continue;
    const near = nearestName(name, [...quantities.keys()]);
    const mend = near === undefined ? "" : `; did you mean ${near}?`;
    throw new Incomparable(`${scenario.name} has no quantity ${JSON.stringify(name)}${mend}`);
  }
  if (measuredAlike(a, b, name)) return name;
  const units = [a, b].map(({ quantities }) => quantities.get(name)!.unit);
  throw new Incomparable(`${name} is measured in ${units[0]!} and in ${units[1]!}`);
}
