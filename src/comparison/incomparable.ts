/** Two scenarios that cannot be held against each other as asked; the message says what to do. */
export class Incomparable extends Error {
  override readonly name = "Incomparable";
}
