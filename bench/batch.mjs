// A folder of scenarios for the benchmark of a batch: the bundled one under a hundred names.
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Writes `count` copies of a scenario, each of another utilization; returns the folder. */
export function batchFolder(scenario, count) {
  const folder = mkdtempSync(join(tmpdir(), "breakeven-batch-"));
  const text = readFileSync(scenario, "utf8");
  for (let k = 0; k < count; k++) {
    const name = `case-${String(k).padStart(3, "0")}`;
    const own = text
      .replace(/^name: .*$/m, `name: ${name}`)
      .replace(/^title: (.*)$/m, `title: $1, case ${k}`)
      .replace(/mean: 0\.65$/m, `mean: ${(0.5 + (0.3 * k) / count).toFixed(3)}`)
      // The expectations are of the scenario as it stands.
      .replace(/^expect:[^]*$/m, "");
    writeFileSync(join(folder, `${name}.yaml`), own);
  }
  return folder;
}
