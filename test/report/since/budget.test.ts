import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { livePanel } from "../../../src/live/live-panel.js";
import { simulate } from "../../../src/pipeline.js";
import { parseScenario } from "../../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../../src/simulation/inline.js";
import { withSince } from "../fixture-since.js";
import { PROVENANCE } from "../fixture-provenance.js";
import { pageOf } from "../page-of.js";

it("leaves the longest report within its 350,000 bytes, live panel included", async () => {
  const file = "scenarios/r1-on-h100.yaml";
  const text = readFileSync(file, "utf8");
  const scenario = parseScenario(file, text);
  const summary = withSince(await simulate(scenario, inlineEvaluator), { times: 1.2, odds: 0.7 });
  const provenance = { ...PROVENANCE, file, text, since: "last" };
  const page = await pageOf(summary, provenance, undefined, livePanel(scenario, summary));
  expect(page).toContain('id="since"');
  expect(page.length).toBeLessThan(350_000);
});
