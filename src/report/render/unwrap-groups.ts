/** Takes out the groups that say nothing, each with its end; what they hold stays. */
export function unwrapGroups(svg: string): string {
  const open: boolean[] = [];
  return svg.replace(/<g(?: [^>]*)?>|<\/g>/g, (tag) => {
    if (tag.endsWith("/>")) return tag;
    if (tag === "</g>") return open.pop() === false ? "" : tag;
    open.push(tag !== "<g>");
    return tag === "<g>" ? "" : tag;
  });
}
