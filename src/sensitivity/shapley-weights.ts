/**
 * Shares out what coalitions of players are worth: each player gets what it adds to a coalition,
 * averaged over all orders in which the players can join.
 *
 * @param players their number, 1 to 20 or so
 * @param worth of each coalition, at the index whose bit k tells whether player k is in it; 2^players
 *   long
 * @returns one value per player; together what all are worth beyond none
 *
 * Source: Shapley, "A value for n-person games" (1953), equation 12.
 */
export function shapleyValues(players: number, worth: ArrayLike<number>): readonly number[] {
  // Orders in which exactly `size` others come first: size! (players - size - 1)! of players!.
  const weights = [1 / players];
  for (let size = 1; size < players; size++) {
    weights.push((weights[size - 1]! * size) / (players - size));
  }
  return Array.from({ length: players }, (_, player) => {
    const bit = 1 << player;
    let value = 0;
    for (let coalition = 0; coalition < worth.length; coalition++) {
      if (coalition & bit) continue;
      value += weights[sizeOf(coalition)]! * (worth[coalition | bit]! - worth[coalition]!);
    }
    return value;
  });
}

function sizeOf(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest !== 0; rest &= rest - 1) size++;
  return size;
}
