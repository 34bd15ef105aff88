import { describe, expect, it } from "vitest";
import { livePanel } from "../../src/live/live-panel.js";
import { composeReport } from "../../src/report/compose-report.js";
import { parseScenario } from "../../src/scenario/parse-scenario.js";
import { inlineEvaluator } from "../../src/simulation/inline.js";
import { simulate } from "../../src/pipeline.js";
import { PROVENANCE } from "./fixture-provenance.js";

const SCENARIO = `name: a
title: A
inputs: { x: "1 to 4 USD/Mtoken", y: "1 to 2" }
formulas: { cost: { formula: x * y, unit: USD/Mtoken } }
outputs: [cost]
prices: { "List & <more>": { price: 3, unit: USD/Mtoken } }
run: { draws: 4096 }
`;

describe("the contents of a report", () => {
  it("link to every section by its heading, in their order", async () => {
    const scenario = parseScenario("a.yaml", SCENARIO);
    const summary = await simulate(scenario, inlineEvaluator);
    const panel = livePanel(scenario, summary);
    const [report] = await composeReport(summary, PROVENANCE, undefined, panel);
    const page = String(report!.content);
    const nav = /<nav class="contents"[^]*?<\/nav>/.exec(page)![0];
    const links = [...nav.matchAll(/<a href="#([a-z-]+)">(.*?)<\/a>/g)].map(([, id, text]) => [
      id,
      text,
    ]);
    const sections = [
      ...page.matchAll(/<section[^>]* ?id="([a-z-]+)"[^>]*>\s*<h2[^>]*>(.*?)<\/h2>/g),
    ].map(([, id, text]) => [id, text]);
    expect(links).toEqual(sections);
    expect(sections).toHaveLength(page.match(/<h2/g)!.length);
    expect(new Set(sections.map(([id]) => id)).size).toBe(sections.length);
    expect(links).toContainEqual(["live", "Your own view"]);
    expect(links).toContainEqual(["margin", "Margin at List &amp; &lt;more&gt;"]);
  });
});
