import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hashes, temporaryFolder } from "./cli/breakeven.js";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const SCENARIOS = ["kimi-k2-h200", "llama-405b-lifetime", "lab-gross-margin"];

/** Hashes of all files but those that name the machine. */
function filesOf(folder: string): readonly (readonly [string, string])[] {
  return Object.entries(hashes(folder)).filter(([path]) => !path.endsWith("run.json"));
}

it("reports/example is what this version writes; npm run example renews it", () => {
  const folder = temporaryFolder();
  execFileSync(
    process.execPath,
    [
      ...["dist/cli/main.js", "run", "--out", folder, "--quiet"],
      ...SCENARIOS.map((name) => `scenarios/${name}.yaml`),
    ],
    { cwd: ROOT, env: { ...process.env, SOURCE_DATE_EPOCH: "1767225600" } },
  );
  const written = filesOf(folder);
  expect(written.length).toBeGreaterThan(100);
  expect(filesOf(join(ROOT, "reports/example"))).toEqual(written);
});
