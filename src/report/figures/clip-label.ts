import { showInvisible } from "../escape.js";

/** A label as a chart can show it: nothing invisible, no more than so many characters. */
export function clipLabel(text: string, limit: number): string {
  const characters = [...showInvisible(text.replace(/\s+/g, " "))];
  return characters.length > limit
    ? `${characters.slice(0, limit - 1).join("")}…`
    : characters.join("");
}
