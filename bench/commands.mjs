// The command as a user runs it, from start to end.
import { spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { batchFolder } from "./batch.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const scenario = join(root, "scenarios", "kimi-k2-h200.yaml");
const model = [join(root, "test/reference/token-cost-8.yaml"), "--draws", "131072", "--quiet"];
const out = mkdtempSync(join(tmpdir(), "breakeven-bench-"));

const batch = ["run", batchFolder(scenario, 100), "--draws", "100000", "--quiet"];

/**
 * Commands `{ name, run, rounds }`; `run` returns seconds by the clock and of processor time. Those
 * that take minutes are run fewer times than the others: `rounds`.
 */
export const commands = [
  command("start: validate", ["validate", scenario]),
  command("benchmark model, 131,072 draws, numbers only", ["run", ...model, "--json"]),
  command("benchmark model, 131,072 draws, with the report", ["run", ...model, "--out", out]),
  command("131,072 draws, numbers only", ["run", scenario, "--json", "--quiet"]),
  command("131,072 draws, with the report", ["run", scenario, "--quiet", "--out", out]),
  command("a million draws, numbers only", [
    "run",
    scenario,
    "--json",
    "--quiet",
    "--draws",
    "1e6",
  ]),
  { ...command("100 scenarios of 100,000 draws, numbers only", [...batch, "--json"]), rounds: 1 },
  {
    ...command("100 scenarios of 100,000 draws, with reports", [
      ...batch,
      "--out",
      join(out, "all"),
    ]),
    rounds: 1,
  },
];

function command(name, options) {
  const line = [process.execPath, join(root, "dist/cli/main.js"), ...options];
  return {
    name,
    run: () => {
      const started = performance.now();
      // The shell knows what its children took.
      const script = '"$@" >/dev/null 2>&1 || exit $?; times';
      const { status, stdout } = spawnSync("sh", ["-c", script, "sh", ...line], {
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`breakeven ${options.join(" ")} ended with ${status}`);
      return { wall: (performance.now() - started) / 1000, cpu: secondsOf(stdout) };
    },
  };
}

/** User and system time of the children, from the second line of `times`: `0m0.52s 0m0.04s`. */
function secondsOf(times) {
  const parts = [...(times.split("\n")[1] ?? "").matchAll(/(\d+)m([\d.]+)s/g)];
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * minutes + Number(seconds), 0);
}
