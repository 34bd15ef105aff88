// How many draws, and how long, a standard error of a thousandth takes: by method, and by NumPy.
import { answer } from "./benchmark-model.mjs";
import { numpy, ours } from "./contestants.mjs";
import { interleaved } from "./interleaved.mjs";

/** Relative for percentiles; a tenth of a percentage point for the probability. */
const ERROR = 0.001;
const SIZES = [2 ** 14, 2 ** 16, 2 ** 18, 2 ** 20];
const SEEDS = 64;
const ROUNDS = 3;
/** Runs of one process, of which the later half is timed: ours become faster for some million draws. */
const TIMES = 40;
const DRAWS_OF_ALL = 20_000_000;
const PEER_TIMES = 6;
const METHODS = ["random", "lhs", "sobol"];

/** Standard errors are relative to `scale` of the answer. */
const ANSWERS = [
  { answer: "p50", scale: (value) => value },
  { answer: "p95", scale: (value) => value },
  { answer: "probability", scale: () => 1 },
];

/**
 * @returns one row per answer and method, and NumPy where it is installed: `answer`, `by`, the `draws`
 *   that `ERROR` takes, whether they were `extrapolated`, the `slope` of the error, the error
 *   `measured` at so many draws (where not extrapolated), seconds of processor time for them (`first`
 *   run of a process and `cpu` of later ones), and how many times as long NumPy takes (`ratio`)
 */
export async function accuracy() {
  const dist = new URL("../dist/", import.meta.url);
  const { createInline } = await import(new URL("simulation/inline.js", dist).href);
  const evaluator = createInline();
  const errorsAt = (method, draws) => errorsOver(evaluator, method, draws);
  const needs = [];
  for (const method of METHODS) {
    const errors = [];
    for (const draws of SIZES) errors.push({ draws, errors: await errorsAt(method, draws) });
    for (const { answer } of ANSWERS) {
      const points = errors.map(({ draws, errors }) => ({ draws, error: errors[answer] }));
      const need = drawsFor(points, method === "random" ? -0.5 : undefined);
      const within = need.draws <= SIZES.at(-1) && need.draws >= SIZES[0];
      const measured = within ? (await errorsAt(method, need.draws))[answer] : undefined;
      needs.push({ answer, by: method, ...need, extrapolated: !within, measured });
    }
  }
  return ANSWERS.flatMap(({ answer }) => timed(needs.filter((need) => need.answer === answer)));
}

/** Standard deviations over independent seeds, which are the standard errors of one run. */
async function errorsOver(evaluator, method, draws) {
  const found = [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    found.push(await answer(evaluator, { draws, method, seed: `error-${seed}` }));
  }
  return Object.fromEntries(
    ANSWERS.map(({ answer, scale }) => {
      const values = found.map((answers) => answers[answer]);
      const mean = values.reduce((sum, value) => sum + value / SEEDS, 0);
      const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
      return [answer, Math.sqrt(squares / (SEEDS - 1)) / scale(mean)];
    }),
  );
}

/** Draws for `ERROR` by the line through the logarithms; independent draws have a known slope. */
function drawsFor(points, known) {
  const at = points.map(({ draws, error }) => ({ x: Math.log(draws), y: Math.log(error) }));
  const mean = (of) => at.reduce((sum, point) => sum + of(point) / at.length, 0);
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const slope =
    known ?? mean((point) => (point.x - x) * (point.y - y)) / mean((point) => (point.x - x) ** 2);
  return { draws: Math.ceil(Math.exp(x + (Math.log(ERROR) - y) / slope)), slope };
}

/** Adds what the draws cost, and NumPy at as many as independent draws take. */
function timed(needs) {
  const peer = numpy(needs.find(({ by }) => by === "random").draws, PEER_TIMES);
  const entries = needs.flatMap(({ by, draws }) => [
    { name: "first", run: () => ours(draws, by, 0, 1) },
    {
      name: "later",
      run: () => ours(draws, by, 0, Math.max(TIMES, Math.ceil(DRAWS_OF_ALL / draws))),
    },
  ]);
  if (peer.run) entries.push(peer);
  const times = interleaved(entries, ROUNDS).map(({ cpu }) => cpu);
  const reference = peer.run ? times.at(-1) : undefined;
  const rows = needs.map((need, k) => {
    const [first, cpu] = times.slice(2 * k);
    return { ...need, first, cpu, ratio: reference && reference / cpu };
  });
  if (!peer.run) return rows;
  const same = { ...rows[0], by: "NumPy", first: undefined, cpu: reference, ratio: 1 };
  return [...rows, same];
}
