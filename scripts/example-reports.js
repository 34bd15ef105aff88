// Writes reports/example, the batch that a visitor of the repository sees. The moment stands in
// SOURCE_DATE_EPOCH, so that the same version gives the same files; `run.json` alone names the machine.
import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const out = process.argv[2] ?? "reports/example";
const scenarios = ["kimi-k2-h200", "llama-405b-lifetime", "lab-gross-margin"];

rmSync(new URL(`../${out}`, import.meta.url), { recursive: true, force: true });
execFileSync(
  process.execPath,
  ["dist/cli/main.js", "run", ...scenarios.map((name) => `scenarios/${name}.yaml`), "--out", out],
  { cwd: root, stdio: "inherit", env: { ...process.env, SOURCE_DATE_EPOCH: "1767225600" } },
);
