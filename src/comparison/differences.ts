import { formatExpression } from "../formula/format.js";
import { createDependence } from "../scenario/dependence.js";
import type { Correlation } from "../scenario/scenario.js";
import { type Graph, inputOf, scaleOf } from "./graph.js";
import type { Pair, Side } from "./pair.js";

/** In what two scenarios differ, as far as one output goes. */
export interface Differences {
  /** Both outputs rest on them, and the scenarios define them differently: these can be exchanged. */
  readonly shared: readonly string[];
  /** Only one output rests on them: they come and go with the formulas that use them. */
  readonly alone: Readonly<Record<Side, readonly string[]>>;
  /** The uncertain inputs are joined differently. */
  readonly correlations: boolean;
  /** Further differences, on which neither output rests. */
  readonly elsewhere: readonly string[];
}

/** Tells what differs, in the order in which the second output is made from it, then the first. */
export function differencesOf(pair: Pair): Differences {
  const { a, b, reach } = pair;
  const inA = new Set(reach.a);
  const inB = new Set(reach.b);
  const named = new Set([...a.quantities.keys(), ...b.quantities.keys()]);
  return {
    shared: reach.b.filter((name) => inA.has(name) && !alike(a, b, name)),
    alone: {
      a: reach.a.filter((name) => !inB.has(name)),
      b: reach.b.filter((name) => !inA.has(name)),
    },
    correlations: joins(correlationsOf(pair, "a")) !== joins(correlationsOf(pair, "b")),
    elsewhere: [...named].filter((name) => !inA.has(name) && !inB.has(name) && !alike(a, b, name)),
  };
}

/**
 * How a side joins the inputs of mixtures: by its own correlations, and by the other's where its own
 * inputs do not vary and so cannot be joined otherwise.
 */
export function correlationsOf(
  pair: Pick<Pair, "a" | "b" | "reach">,
  side: Side,
): readonly Correlation[] {
  const other = side === "a" ? "b" : "a";
  const own = correlationsIn(pair[side], pair.reach[side]);
  const uncertain = uncertainIn(pair[side], pair.reach[side]);
  const inherited = correlationsIn(pair[other], pair.reach[other]).filter(
    ({ between }) => !between.every((name) => uncertain.has(name)),
  );
  const all = [...own, ...inherited];
  return createDependence(all) ? all : own;
}

/** The correlations between uncertain inputs that an output rests on. */
function correlationsIn(graph: Graph, reach: readonly string[]): readonly Correlation[] {
  const uncertain = uncertainIn(graph, reach);
  return graph.scenario.correlations.filter(({ between }) =>
    between.every((name) => uncertain.has(name)),
  );
}

function uncertainIn(graph: Graph, reach: readonly string[]): ReadonlySet<string> {
  return new Set(reach.filter((name) => inputOf(graph, name) !== undefined));
}

function joins(correlations: readonly Correlation[]): string {
  return correlations
    .map(({ between, rank }) => `${[...between].sort().join(" ")} ${rank}`)
    .sort()
    .join("\n");
}

/** Whether both define a quantity the same way, whatever unit or spacing they write it in. */
function alike(a: Graph, b: Graph, name: string): boolean {
  if (!a.quantities.has(name) || !b.quantities.has(name)) return false;
  return meaning(a, name) === meaning(b, name);
}

function meaning(graph: Graph, name: string): string {
  const { definition } = graph.quantities.get(name)!;
  switch (definition.kind) {
    case "constant":
      return `constant ${definition.value * scaleOf(graph, name)}`;
    case "formula":
      return `formula ${formatExpression(graph.trees.get(name)!)}`;
    case "distribution": {
      const { distribution, parameters, truncate } = definition.spec;
      const stated = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
      return JSON.stringify([distribution, stated, truncate, scaleOf(graph, name)]);
    }
    case "conditional":
      return JSON.stringify([definition.by, definition.members, scaleOf(graph, name)]);
  }
}
