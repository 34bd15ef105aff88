/** A group whose marks are nothing but lines that take their paint from it. */
const LINES =
  /(<g class="mark-rule"[^>]*>)((?:<line(?: (?:transform|[xy]2)="[^"]*")*\/>){2,})<\/g>/g;
const LINE = /<line([^>]*)\/>/g;
/** Outlines one after the other, of one paint. */
const OUTLINES = /<path d="M[^"]*Z"((?: (?:fill|opacity)="[^"]*")*)\/>(?:<path d="M[^"]*Z"\1\/>)+/g;
const SHAPE = / d="([^"]*)"/g;

/**
 * The marks of a group that look alike, as one path each: the lines of an axis, the bars of a
 * histogram. Only marks that cannot overlap: lines of one direction, bars beside each other.
 */
export function joinMarks(svg: string): string {
  return svg
    .replace(LINES, (whole, group: string, lines: string) => {
      const paths = [...lines.matchAll(LINE)].map(([, said]) => pathOf(said!));
      const across = paths.every((path) => path.includes("h"));
      const parallel = across || paths.every((path) => path.includes("v"));
      return parallel ? `${group}<path d="${paths.join("")}"/></g>` : whole;
    })
    .replace(OUTLINES, (bars, paint: string) => {
      const shapes = [...bars.matchAll(SHAPE)].map(([, shape]) => shape);
      return `<path d="${shapes.join("")}"${paint}/>`;
    });
}

/** From where a line is moved to, along or across; empty for any other line. */
function pathOf(said: string): string {
  const [, x = "0", y = "0"] = /transform="translate\(([^,)]+),([^)]+)\)"/.exec(said) ?? [];
  const [, across] = / x2="([^"]*)"/.exec(said) ?? [];
  const [, down] = / y2="([^"]*)"/.exec(said) ?? [];
  if ((across === undefined) === (down === undefined)) return "";
  return across === undefined ? `M${x},${y}v${down}` : `M${x},${y}h${across}`;
}
