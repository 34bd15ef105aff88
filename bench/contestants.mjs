// Who runs the benchmark model: ourselves and the peers found on this machine.
import { existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { execute, works } from "./execute.mjs";

/** Runs of one process, of which the later half is timed. */
const TIMES = 20;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {number} draws
 * @returns contestants `{ name, run }`, and those left out `{ name, reason }`. `run` returns what a
 *   contestant prints: seconds by the clock and of processor time, without starting the program, and
 *   its answers.
 */
export function contestants(draws) {
  const found = [
    { name: "Breakeven, first run", run: () => ours(draws, "random", 0, 1) },
    { name: "Breakeven, later runs", run: () => ours(draws, "random", 0, TIMES) },
    { name: "Breakeven, later runs, Latin hypercube", run: () => ours(draws, "lhs", 0, TIMES) },
    { name: "Breakeven, later runs, Sobol'", run: () => ours(draws, "sobol", 0, TIMES) },
  ];
  const missing = [];
  for (const peer of [numpy(draws, TIMES), cpp(draws), squiggle(draws)]) {
    (peer.run ? found : missing).push(peer);
  }
  return { found, missing };
}

/** Breakeven in a process of its own, which answers `times` times; the seconds are means over the second half. */
export function ours(draws, method, workers, times) {
  return execute(process.execPath, [
    here("ours.mjs"),
    ...[draws, method, workers, times].map(String),
  ]);
}

/** NumPy, likewise, or why it is left out. */
export function numpy(draws, times) {
  const name = "NumPy";
  if (!works("python3", ["-c", "import numpy"])) {
    return { name, reason: "python3 with numpy is not installed" };
  }
  const options = [here("peers/by-numpy.py"), String(draws), "1", String(times)];
  return { name, run: () => execute("python3", options) };
}

function cpp(draws) {
  const name = "C++, quantile tables";
  const program = join(mkdtempSync(join(tmpdir(), "breakeven-bench-")), "scalar");
  const options = ["-O3", "-march=native", "-std=c++17", here("peers/scalar.cpp"), "-o", program];
  if (!works("g++", options)) return { name, reason: "g++ is not installed" };
  return { name, run: () => execute(program, [String(draws)]) };
}

/** Its package is installed in this folder when it is missing: no dependency of the product. */
function squiggle(draws) {
  const name = "Squiggle";
  const installed = () => existsSync(here("node_modules/@quri/squiggle-lang/package.json"));
  if (!installed()) works("npm", ["ci", "--ignore-scripts", "--prefix", here(".")]);
  if (!installed()) {
    return { name, reason: "the package @quri/squiggle-lang could not be installed" };
  }
  const run = () => execute(process.execPath, [here("peers/squiggle.mjs"), String(draws)]);
  return { name, run, rounds: 3 };
}
