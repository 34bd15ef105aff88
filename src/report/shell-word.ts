/** A word of a command as a shell takes it: quoted where it holds more than letters, digits and a few signs. */
export function shellWord(text: string): string {
  return /^[\w./:=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
