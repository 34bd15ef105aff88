const NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?/g;
const CORNERS = /^(?:[ML][^A-Za-z]+|Z)+$/;

/**
 * The same path in tenths of a pixel. Lines from point to point go by steps, each from where the
 * rounded one before it ended, so that no error adds up.
 *
 * @param path as Vega writes it
 */
export function leanPath(path: string): string {
  if (!CORNERS.test(path)) return path.replace(NUMBER, (number) => shown(tenths(number)));
  let at: Point = [0, 0];
  let last = "";
  return path.replace(/([MLZ])([^A-Z]*)/g, (_, command: string, numbers: string) => {
    const [x, y] = numbers.match(NUMBER)?.map(tenths) ?? [];
    const repeated = command === last;
    last = command;
    if (x === undefined || y === undefined) return "Z";
    const step: Point = [x - at[0], y - at[1]];
    at = [x, y];
    if (command === "M") return `M${pair(at)}`;
    const text = pair(step);
    return repeated ? `${text.startsWith("-") ? "" : " "}${text}` : `l${text}`;
  });
}

/** In tenths of a pixel. */
type Point = readonly [x: number, y: number];

function pair([x, y]: Point): string {
  return `${shown(x)}${y < 0 ? "" : ","}${shown(y)}`;
}

function tenths(number: string): number {
  return Math.round(10 * Number(number));
}

/** Whole tenths as a number without a leading zero. */
function shown(count: number): string {
  return String(count / 10).replace(/^(-?)0\./, "$1.");
}
