/** A group of marks that holds nothing but marks: lines, paths and texts, none of them with parts. */
const GROUP =
  /(<g class="mark-[a-z]+"[^>]*)>((?:<[a-z]+ [^>]*\/>|<text [^>]*>[^<]*<\/text>)+)<\/g>/g;
const MARK = /<[a-z]+ [^>]*?\/?>/g;
/** How a mark is painted, which it takes from its group where it says nothing. */
const PAINT = / (?:fill|stroke|font|text)[a-z-]*="[^"]*"/g;

/** What most marks of a group say, where all say something of the kind, is said once, by the group. */
export function hoistAttributes(svg: string): string {
  return svg.replace(GROUP, (_, group: string, marks: string) => {
    const paints = marks.match(MARK)!.map(paintOf);
    const shared = paints[0]!
      .map(nameOf)
      .map((name) => paints.map((paint) => paint.find((one) => nameOf(one) === name)))
      .filter((said) => said.every((one) => one !== undefined))
      .map(mostFrequent);
    const own = marks.replace(MARK, (tag) =>
      shared.reduce((rest, attribute) => rest.replace(attribute, ""), tag),
    );
    return `${group}${shared.join("")}>${own}</g>`;
  });
}

function paintOf(tag: string): readonly string[] {
  return tag.match(PAINT) ?? [];
}

function nameOf(attribute: string): string {
  return attribute.slice(0, attribute.indexOf("="));
}

/** The first of them where several are as frequent. */
function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
