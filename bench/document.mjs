// What the benchmarks found, as text.
import { digits, markdown } from "./markdown.mjs";
import { targetsTable } from "./targets.mjs";

const MODEL = "test/reference/token-cost-8.yaml";

function peersTable({ peers, draws }) {
  const reference = peers[1].cpu;
  return markdown(
    ["program", "ns a draw", "ratio", "by the clock, s", "median", "version"],
    peers.map(({ name, cpu, wall, p50, version }) => [
      name,
      digits((cpu / draws) * 1e9, 3),
      digits(cpu / reference, 2),
      wall.toFixed(3),
      p50.toFixed(2),
      version,
    ]),
  );
}

const seconds = (value) => (value === undefined ? "-" : `${digits(value * 1000, 3)} ms`);

function accuracyTable({ needs }) {
  return markdown(
    [
      "answer",
      "by",
      "draws",
      "error falls as",
      "error there",
      "first run",
      "later runs",
      "of NumPy",
    ],
    needs.map(({ answer, by, draws, slope, extrapolated, measured, first, cpu, ratio }) => [
      answer,
      by,
      `${digits(draws, 2)}${extrapolated ? " (extrapolated)" : ""}`,
      `n^${slope.toFixed(2)}`,
      measured === undefined ? "-" : `${(measured * 100).toFixed(3)}%`,
      seconds(first),
      seconds(cpu),
      ratio === undefined ? "-" : `1/${digits(ratio, 2)}`,
    ]),
  );
}

function threadsTable({ pairs }) {
  return markdown(
    ["threads", "draws, by the clock, s", "with percentiles, s", "processor time, s"],
    pairs.map(({ workers, drawn, wall, cpu }) => [
      String(workers),
      drawn.toFixed(3),
      wall.toFixed(3),
      cpu.toFixed(3),
    ]),
  );
}

function longTable({ long }) {
  return markdown(
    ["draws", "workers", "by the clock, s", "processor time, s", "ns a draw", "peak memory, MB"],
    long.map(({ draws, workers, wall, cpu, megabytes }) => [
      draws.toLocaleString("en-US"),
      String(workers),
      wall.toFixed(1),
      cpu.toFixed(1),
      digits((cpu / draws) * 1e9, 3),
      megabytes.toFixed(0),
    ]),
  );
}

function stagesTable({ steps }) {
  return markdown(
    ["stage", "time"],
    steps.map(({ name, value, unit }) => [
      name,
      `${digits(value, 3)} ${unit}${unit === "ns" ? " a draw" : ""}`,
    ]),
  );
}

function wholeTable({ whole }) {
  return markdown(
    ["command", "by the clock, s", "processor time, s"],
    whole.map(({ name, wall, cpu }) => [name, wall.toFixed(2), cpu.toFixed(2)]),
  );
}

function leftOut({ missing }) {
  return missing.map(({ name, reason }) => `Left out: ${name}, because ${reason}.`).join("\n");
}

function machineLine({ machine: { date, commit, processor, cores, load, node } }) {
  return `${date}, commit ${commit}, ${processor}, ${cores} cores, load ${load}, Node ${node}.`;
}

/** What is printed. */
export function table(results) {
  const parts = [machineLine, targetsTable, peersTable, leftOut, accuracyTable, threadsTable];
  return [...parts, longTable, stagesTable, wholeTable]
    .map((part) => part(results))
    .filter(Boolean);
}

/** `docs/benchmarks.md`. */
export function document(results) {
  return `# Benchmarks

Written by \`npm run bench\`; numbers of other machines differ, ratios less so. ${machineLine(results)}

## Targets

Ratios of processor time of one thread, where the clock is not named; ours are of runs in a process that has run before.

${targetsTable(results)}

## The same work by other programs

The nine-input model \`${MODEL}\`: ${results.draws.toLocaleString("en-US")} draws, five exact percentiles, the mean and
the probability of costing at most 25. Median of interleaved rounds of one process each, without starting the program;
a draw and its ratio are processor time, which a busy machine disturbs less than the clock. The first run compiles its
code and its quantile tables; later ones are what a batch, a sweep or a report in a browser sees: the mean of the eleventh
to the twentieth of a process, of NumPy too.

${peersTable(results)}

${leftOut(results)}

## To the same accuracy

A standard error of 0.1%: of p50 and p95 relative to them, of the probability in percentage points. Errors are standard
deviations over 64 seeds at 2^14, 2^16, 2^18 and 2^20 draws; the draws follow from the line through their logarithms,
whose slope is -1/2 for independent draws and fitted for the others, and are extrapolated where they lie outside these
sizes. "Error there" is measured at so many draws, itself to 9%. NumPy needs as many draws as our \`random\`, since both are
independent draws of the same model. Processor time: of the first run in a
process, and the mean over the later half of forty runs, or of as many as make 20 million draws (NumPy: of six).

${accuracyTable(results)}

## Two threads

${results.pairs[0].draws.toLocaleString("en-US")} draws of the same model on worker threads, the mean of the third and fourth run of a process, medians of
interleaved rounds. Percentiles, mean and probability are worked out on the main thread once all draws are made.

${threadsTable(results)}

## Long runs

\`breakeven run ${MODEL} --json\`, from start to end: beyond 16 million values only tallies are kept.

${longTable(results)}

## Stages

Fastest of seven runs on one thread, processor time.

${stagesTable(results)}

## Whole commands

\`breakeven ... scenarios/kimi-k2-h200.yaml\`: 17 uncertain inputs, five outputs; the benchmark model has nine inputs and one output.

${wholeTable(results)}
`;
}
