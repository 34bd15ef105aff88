import { readPageCode } from "../report/page-code.js";
import type { PageInsert } from "../report/page.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Summary } from "../summary/summary.js";
import { makeRecord } from "./make-record.js";
import { noPanelSection, panelSection } from "./panel-section.js";
import { panelStyle } from "./panel-style.js";

/**
 * What `composeReport` puts into a page so that a reader can move its inputs: the scenario, the same
 * simulation core, and its controls. Undefined where nothing is uncertain; a page that cannot have a
 * panel says why.
 *
 * @param summary of a run of `scenario`
 */
export function livePanel(scenario: Scenario, summary: Summary): PageInsert | undefined {
  const made = makeRecord(scenario, summary);
  if (!made) return undefined;
  if ("reason" in made) {
    return { section: noPanelSection(made.reason), style: panelStyle, scripts: [] };
  }
  const page = readPageCode("live");
  const section = panelSection(made.record, made.left, page);
  return { section, style: panelStyle, scripts: page.hashes };
}
