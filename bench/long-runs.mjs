// Runs too long to be held in memory: time and peak of resident memory of the whole command.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** @returns rows `{ draws, workers, wall, cpu, megabytes }` */
export function longRuns() {
  return [longRun(1e8, 1), longRun(1e8, 2), longRun(1e9, 2)];
}

function longRun(draws, workers) {
  const file = join(mkdtempSync(join(tmpdir(), "breakeven-long-")), "usage.json");
  const model = here("../test/reference/token-cost-8.yaml");
  const line = ["--import", here("usage.mjs"), here("../dist/cli/main.js"), "run", model];
  const options = ["--json", "--quiet", "--draws", String(draws), "--workers", String(workers)];
  const started = performance.now();
  const { status } = spawnSync(process.execPath, [...line, ...options], {
    stdio: "ignore",
    env: { ...process.env, BREAKEVEN_USAGE: file },
  });
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`a run of ${draws} draws ended with ${status}`);
  return { draws, workers, wall, ...JSON.parse(readFileSync(file, "utf8")) };
}
