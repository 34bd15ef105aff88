/// <reference lib="dom" />
import { type CompiledModel, compileModel } from "../../engine/compile-model.js";
import { liveModel } from "../live-model.js";
import type { Found, LiveRecord } from "../live-record.js";
import { repeatRun } from "../repeat-run.js";
import { formatCount } from "../../report/format.js";
import { verdictOf } from "../verdict.js";
import { inIdle } from "./in-idle.js";
import { pageRecord } from "./page-record.js";
import { startView } from "./view.js";

void start(pageRecord);

/** Shows the controls once the recorded draws are made, then runs the whole scenario again. */
async function start(record: LiveRecord): Promise<void> {
  const model = compileModel(record.scenario);
  const answer = await inIdle(liveModel(record, model));
  document.getElementById("live")!.hidden = false;
  startView(record, model, answer);
  await check(record, model);
}

async function check(record: LiveRecord, model: CompiledModel): Promise<void> {
  const line = document.getElementById("live-check")!;
  line.textContent = "Repeating the report's run in this browser…";
  const { recorded } = record;
  const found = await inIdle(repeatRun(record, model, recorded.draws));
  const { reproduced, difference } = verdictOf(recorded, found);
  line.textContent = reproduced ? reproducedText(record) : mismatchText(recorded, found);
  line.classList.toggle("loss", !reproduced);
  line.dataset["difference"] = String(difference);
}

function reproducedText({ recorded, design, price }: LiveRecord): string {
  const { draws } = recorded;
  const which = `${draws === design.draws ? "all" : "the first"} ${formatCount(draws)} draws`;
  const what = price ? "the recorded chance and median" : "the recorded median";
  return `Reproduced in this browser: ${which} of the run, made again here, give ${what}.`;
}

function mismatchText(recorded: Found, found: Found): string {
  const chance =
    recorded.atOrBelow === undefined
      ? ""
      : `a share of ${found.atOrBelow} at or below the price where the report has ${recorded.atOrBelow}, and `;
  return `Not reproduced: this browser finds ${chance}a median of ${found.median} where the report has ${recorded.median}. Trust neither this panel nor this page until you know why.`;
}
