/** Quantities in an order in which each stands after all it needs, or a cycle that forbids one. */
export type DependencyOrder =
  { readonly order: readonly string[] } | { readonly cycle: readonly string[] };

/**
 * Orders a graph so that every name follows the names it needs; ties keep the order given.
 *
 * @param needs for each name, the names its formula uses; names that are not keys are passed over
 * @param wanted names to reach; all of them where absent
 * @returns the names reached, or one cycle, its first name repeated at the end
 */
export function dependencyOrder(
  needs: ReadonlyMap<string, readonly string[]>,
  wanted: Iterable<string> = needs.keys(),
): DependencyOrder {
  const order: string[] = [];
  const done = new Set<string>();
  for (const root of wanted) {
    // Depth first with an explicit stack: a chain of thousands of formulas is fine.
    const open: { name: string; rest: readonly string[]; next: number }[] = [];
    const onPath = new Set<string>();
    const enter = (name: string): void => {
      open.push({ name, rest: needs.get(name) ?? [], next: 0 });
      onPath.add(name);
    };
    if (!done.has(root) && needs.has(root)) enter(root);
    while (open.length > 0) {
      const top = open.at(-1)!;
      const child = top.rest[top.next++];
      if (child === undefined) {
        open.pop();
        onPath.delete(top.name);
        done.add(top.name);
        order.push(top.name);
      } else if (onPath.has(child)) {
        const path = open.map(({ name }) => name);
        return { cycle: [...path.slice(path.indexOf(child)), child] };
      } else if (!done.has(child) && needs.has(child)) enter(child);
    }
  }
  return { order };
}
