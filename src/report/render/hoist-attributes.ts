/** A group of marks that holds nothing but marks: lines, paths and texts, none of them with parts. */
const GROUP =
  /(<g class="mark-[a-z]+"[^>]*)>((?:<[a-z]+ [^>]*\/>|<text [^>]*>[^<]*<\/text>)+)<\/g>/g;
const MARK = /<[a-z]+ [^>]*?\/?>/g;
/** How a mark is painted, which it takes from its group where it says nothing. */
const PAINT = / (?:fill|stroke|font|text)[a-z-]*="[^"]*"/g;

/** What all marks of a group say alike is said once, by the group. */
export function hoistAttributes(svg: string): string {
  return svg.replace(GROUP, (_, group: string, marks: string) => {
    const [first, ...others] = marks.match(MARK)!.map(paintOf);
    const shared = first!.filter((attribute) => others.every((paint) => paint.includes(attribute)));
    const own = marks.replace(MARK, (tag) =>
      shared.reduce((rest, attribute) => rest.replace(attribute, ""), tag),
    );
    return `${group}${shared.join("")}>${own}</g>`;
  });
}

function paintOf(tag: string): readonly string[] {
  return tag.match(PAINT) ?? [];
}
