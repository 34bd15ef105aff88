import type { FixedDraws } from "../decision/fixed-draws.js";
import type { Driver } from "../sensitivity/drivers.js";
import type { FinishedRun } from "./finished-run.js";
import { nearestToEven } from "./open-bet.js";
import type { BreakEven } from "./summary.js";

/** Odds that move by less than this between an input's lowest and highest tenth are left alone. */
const SWING_MIN = 0.02;

/** The bet of a run that is still open: the leading output against the price with the evenest odds. */
export interface Bet {
  readonly breakEven: BreakEven;
  readonly draws: FixedDraws;
  /** In base units. */
  readonly price: number;
  /** The inputs that move the odds by two points or more, those that move them most first. */
  readonly inputs: readonly string[];
}

/** Undefined where the leading output has no price, or no input moves the odds. */
export function betOf(
  { outputs, breakEven, fewDraws }: FinishedRun,
  drivers: readonly Driver[],
): Bet | undefined {
  const [leading] = outputs;
  const bet = nearestToEven(breakEven.filter(({ output }) => output === leading?.name));
  if (!leading || !bet) return undefined;
  const swing = ({ breakEven: odds }: Driver): number => {
    const found = odds.find(({ against }) => against === bet.against);
    return found ? Math.abs(found.high.value - found.low.value) : 0;
  };
  const inputs = drivers
    .filter((driver) => swing(driver) >= SWING_MIN)
    .toSorted((a, b) => swing(b) - swing(a))
    .map(({ input }) => input);
  if (inputs.length === 0) return undefined;
  return { breakEven: bet, draws: fewDraws(), price: bet.price * leading.scale, inputs };
}
