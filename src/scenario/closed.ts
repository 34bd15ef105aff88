import * as z from "zod";
import { nearestName } from "../formula/nearest-name.js";

/**
 * An object that knows all its keys; any other key is a problem with a did-you-mean.
 *
 * @param mend what to do about a key that belongs elsewhere
 */
export function closed<Shape extends z.ZodRawShape>(
  shape: Shape,
  mend: (key: string) => string | undefined = () => undefined,
): z.ZodObject<Shape, z.core.$strict> {
  const known = Object.keys(shape);
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? // One issue may name several keys; each line is one problem's mend, in the order of the keys.
          issue.keys
            .map((key) => mend(key) ?? didYouMean(key, known) ?? `Known keys: ${known.join(", ")}`)
            .join("\n")
        : undefined,
  });
}

/** `Did you mean sd?` where a known word is close enough to be a slip of the hand. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  const nearest = nearestName(word, known);
  return nearest === undefined ? undefined : `Did you mean ${nearest}?`;
}
