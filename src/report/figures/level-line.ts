/** A straight piece of a line, in the units of two axes. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/**
 * The line along which values on a grid pass a level, by straight pieces inside each cell between four
 * neighbours.
 *
 * @param x places of the columns, @param y of the rows
 * @param value at a row and a column
 *
 * Source: Lorensen & Cline, "Marching cubes", Computer Graphics 21 (1987), in two dimensions; saddles
 * are told apart by the mean of the four corners.
 */
export function levelLine(
  x: readonly number[],
  y: readonly number[],
  value: (row: number, column: number) => number,
  level: number,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < x.length; column++) {
      const corners = [
        { x: x[column]!, y: y[row]!, v: value(row, column) },
        { x: x[column + 1]!, y: y[row]!, v: value(row, column + 1) },
        { x: x[column + 1]!, y: y[row + 1]!, v: value(row + 1, column + 1) },
        { x: x[column]!, y: y[row + 1]!, v: value(row + 1, column) },
      ];
      pieces.push(...piecesIn(corners, level));
    }
  }
  return pieces;
}

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly v: number;
}

function piecesIn(corners: readonly Corner[], level: number): readonly Piece[] {
  const passes = corners.flatMap((from, k) => {
    const to = corners[(k + 1) % corners.length]!;
    if (from.v >= level === to.v >= level) return [];
    const share = (level - from.v) / (to.v - from.v);
    return [{ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) }];
  });
  const join = (a: number, b: number): Piece => {
    const [from, to] = [passes[a]!, passes[b]!];
    return { x: from.x, y: from.y, x2: to.x, y2: to.y };
  };
  if (passes.length === 2) return [join(0, 1)];
  if (passes.length < 4) return [];
  const mean = corners.reduce((sum, { v }) => sum + v, 0) / corners.length;
  // Passes go round from the first corner; those beside a corner unlike the middle belong together.
  return mean >= level === corners[0]!.v >= level
    ? [join(0, 1), join(2, 3)]
    : [join(3, 0), join(1, 2)];
}
