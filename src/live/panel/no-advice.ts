// Stands in a page for the modules that say what to write instead of a wrong formula or unit: the
// command has read every formula and unit that a page carries.

/** No sign of these formulas is wrong. */
export function refuseSign(sign: string): Error {
  return new SyntaxError(sign);
}

/** No word of these formulas is wrong, unless it is called and is no function. */
export function refuseWord(_: unknown, { text }: { text: string }, called: boolean) {
  return called ? refuseSign(text) : undefined;
}

/** No token of these formulas is out of place. */
export function misplaced(_: unknown, { text }: { text: string }): Error {
  return refuseSign(text);
}

/** No character of these formulas is wrong. */
export const refuseCharacter = refuseSign;

/** No unit of these is wrong. */
export function suggestUnit(): undefined {
  return undefined;
}

/** No name of these is wrong. */
export const nearestName = suggestUnit;
