// Who runs the benchmark model: ourselves and the peers found on this machine.
import { execFileSync, spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * @param {number} draws
 * @returns contestants `{ name, run }`, and those left out `{ name, reason }`. `run` returns what a
 *   contestant prints: seconds by the clock and of processor time, without starting the program, and
 *   its answers.
 */
export function contestants(draws) {
  const ours = (name, ...options) => ({
    name,
    run: () => execute(process.execPath, [here("ours.mjs"), String(draws), ...options]),
  });
  const found = [
    ours("Breakeven, first run", "random", "0"),
    ours("Breakeven, fourth run in one process", "random", "0", "4"),
    ours("Breakeven, fourth run, 2 threads", "random", "2", "4"),
    ours("Breakeven, fourth run, Latin hypercube", "lhs", "0", "4"),
    ours("Breakeven, fourth run, Sobol'", "sobol", "0", "4"),
  ];
  const missing = [];
  for (const peer of [numpy(draws), cpp(draws), squiggle(draws)]) {
    (peer.run ? found : missing).push(peer);
  }
  return { found, missing };
}

function numpy(draws) {
  const name = "NumPy";
  if (!works("python3", ["-c", "import numpy"])) {
    return { name, reason: "python3 with numpy is not installed" };
  }
  return { name, run: () => execute("python3", [here("peers/by-numpy.py"), String(draws)]) };
}

function cpp(draws) {
  const name = "C++, quantile tables";
  const program = join(mkdtempSync(join(tmpdir(), "breakeven-bench-")), "scalar");
  const options = ["-O3", "-march=native", "-std=c++17", here("peers/scalar.cpp"), "-o", program];
  if (!works("g++", options)) return { name, reason: "g++ is not installed" };
  return { name, run: () => execute(program, [String(draws)]) };
}

/** A tenth of the draws: it takes microseconds for each. */
function squiggle(draws) {
  const name = "Squiggle";
  try {
    createRequire(import.meta.url).resolve("@quri/squiggle-lang");
  } catch {
    return { name, reason: "the package @quri/squiggle-lang is not installed" };
  }
  const fewer = String(Math.round(draws / 10));
  const scaled = ({ wall, cpu, ...rest }) => ({ wall: wall * 10, cpu: cpu * 10, ...rest });
  return {
    name,
    run: () => scaled(execute(process.execPath, [here("peers/squiggle.mjs"), fewer])),
  };
}

function works(program, options) {
  return spawnSync(program, options, { stdio: "ignore" }).status === 0;
}

function execute(program, options) {
  return JSON.parse(execFileSync(program, options, { encoding: "utf8" }));
}
