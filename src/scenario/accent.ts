/** The pages an accent is seen on: light and dark. */
const PAPERS = ["#ffffff", "#12171e"] as const;

/** For what is not text. Source: WCAG 2.2, success criterion 1.4.11. */
const CONTRAST_MIN = 3;

/**
 * Whether a colour can be told from light pages and from dark ones.
 *
 * @param accent as `#rrggbb`
 * @returns undefined where it can; else the contrast it has on the worse page, and the nearest lighter
 *   or darker colour that is enough on both
 */
export function accentFault(
  accent: string,
): { readonly contrast: number; readonly paper: string; readonly better: string } | undefined {
  const [light, dark] = PAPERS.map((paper) => contrast(accent, paper)) as [number, number];
  if (isEnough(accent)) return undefined;
  const tooLight = light < dark;
  const better = towards(accent, tooLight ? "#000000" : "#ffffff");
  return {
    contrast: tooLight ? light : dark,
    paper: tooLight ? "light" : "dark",
    better,
  };
}

function isEnough(colour: string): boolean {
  return PAPERS.every((paper) => contrast(colour, paper) >= CONTRAST_MIN);
}

/** The first mixture, in hundredths, that is enough; somewhere between black and white one is. */
function towards(colour: string, end: string): string {
  for (let part = 1; part < 100; part++) {
    const [from, to] = [channels(colour), channels(end)];
    const mixed = from.map((value, k) => Math.round(value + ((to[k]! - value) * part) / 100));
    const hex = `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
    if (isEnough(hex)) return hex;
  }
  throw new RangeError(`no mixture of ${colour} and ${end} is seen on every page`);
}

/** Source: WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red, green, blue] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : Math.exp(2.4 * Math.log((share + 0.055) / 1.055));
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
