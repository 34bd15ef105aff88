import type { Move } from "./move-input.js";

/** What a reader has moved away from the recorded scenario. */
export interface Changes {
  /** In the unit of the leading output. */
  readonly price?: number;
  /** By input, in its own unit. */
  readonly inputs: Readonly<Record<string, Move>>;
}

/** Nothing moved. */
export const NO_CHANGES: Changes = { inputs: {} };

/** Whether nothing is moved. */
export function isUnchanged({ price, inputs }: Changes): boolean {
  return price === undefined && Object.keys(inputs).length === 0;
}

/** One input moved otherwise; what is left undefined is as recorded. */
export function withMove(
  changes: Changes,
  input: string,
  { median, spread }: { readonly [K in keyof Move]: Move[K] | undefined },
): Changes {
  const others = Object.entries(changes.inputs).filter(([name]) => name !== input);
  const move: Move = {
    ...(median === undefined ? {} : { median }),
    ...(spread === undefined || spread === 1 ? {} : { spread }),
  };
  const own = Object.keys(move).length === 0 ? [] : [[input, move] as const];
  return { ...changes, inputs: Object.fromEntries([...others, ...own]) };
}

/** Another price, or the recorded one. */
export function withPrice({ inputs }: Changes, price: number | undefined): Changes {
  return price === undefined ? { inputs } : { price, inputs };
}
