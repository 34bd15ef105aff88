// What the benchmarks found, as text.

const MODEL = "test/reference/token-cost-8.yaml";

/** Rows as a Markdown table whose columns line up. */
function markdown(header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, k) => Math.max(...all.map((row) => row[k].length)));
  const line = (row) => `| ${row.map((cell, k) => cell.padEnd(widths[k])).join(" | ")} |`;
  const rule = `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`;
  return [line(header), rule, ...rows.map(line)].join("\n");
}

const digits = (value, count) => Number(value.toPrecision(count)).toLocaleString("en-US");

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
  const parts = [machineLine(results), peersTable(results), leftOut(results)];
  return [...parts, stagesTable(results), wholeTable(results)].filter((part) => part !== "");
}

/** `docs/benchmarks.md`. */
export function document(results) {
  return `# Benchmarks

Written by \`npm run bench\`; numbers of other machines differ, ratios less so. ${machineLine(results)}

## The same work by other programs

The nine-input model \`${MODEL}\`: ${results.draws.toLocaleString("en-US")} draws, five exact percentiles, the mean and
the probability of costing at most 25. Median of interleaved rounds of one process each, without starting the program;
a draw and its ratio are processor time, which a busy machine disturbs less than the clock. The first run compiles its
code and its quantile tables; later ones are what a batch, a sweep or a report in a browser sees.

${peersTable(results)}

${leftOut(results)}

## Stages

Fastest of seven runs on one thread, processor time.

${stagesTable(results)}

## Whole commands

\`breakeven ... scenarios/kimi-k2-h200.yaml\`: 17 uncertain inputs, five outputs.

${wholeTable(results)}
`;
}
