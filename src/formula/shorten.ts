/** A piece of a formula as a message quotes it: whole, or its beginning when it is long. */
export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}...` : text;
}
