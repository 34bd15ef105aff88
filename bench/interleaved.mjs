// Fair turns.

/** The middle one of some values. */
export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Every contestant once a round, so that what else the machine does falls on all alike. */
export function interleaved(entries, rounds) {
  const times = entries.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [k, { run, rounds: own = rounds }] of entries.entries()) {
      if (round < own) times[k].push(run());
    }
  }
  return entries.map(({ name }, k) => {
    const middle = (key) => median(times[k].map((time) => time[key]));
    const seconds = ["wall", "cpu", "drawn"].filter((key) => key in times[k][0]);
    return {
      ...{ name, ...times[k].at(-1) },
      ...Object.fromEntries(seconds.map((key) => [key, middle(key)])),
    };
  });
}
