/**
 * Shapley values of a game: how much each player adds, averaged over every order in which players
 * can join. They add up to the worth of all less the worth of none.
 *
 * @param worth of every set of players; bit k of an index says whether player k is in. 2^n long
 * @returns one value a player
 *
 * Source: Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953).
 */
export function shapleyValues(worth: Float64Array): Float64Array {
  const players = Math.round(Math.log2(worth.length));
  const weights = orderWeights(players);
  const values = new Float64Array(players);
  for (let k = 0; k < players; k++) {
    const bit = 1 << k;
    for (let set = 0; set < worth.length; set++) {
      if (set & bit) continue;
      values[k]! += weights[size(set)]! * (worth[set | bit]! - worth[set]!);
    }
  }
  return values;
}

/** The share of orders in which exactly a given set of `s` players stands before a given one. */
function orderWeights(players: number): readonly number[] {
  let weight = 1 / players;
  return Array.from({ length: players }, (_, s) => {
    if (s > 0) weight *= s / (players - s);
    return weight;
  });
}

function size(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}
