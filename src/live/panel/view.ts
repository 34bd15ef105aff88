/// <reference lib="dom" />
import { createDistribution } from "../../distributions/create.js";
import type { DistributionSpec } from "../../distributions/distribution.js";
import type { CompiledModel } from "../../engine/compile-model.js";
import { formatValue } from "../../report/format.js";
import { plainText } from "../../report/phrase.js";
import { headline, rangeSentence } from "../../report/sentences.js";
import type { Summary } from "../../summary/summary.js";
import { changeSentence } from "../change-sentence.js";
import { type Changes, isUnchanged, NO_CHANGES } from "../changes.js";
import { type LiveModel, movedQuantity } from "../live-model.js";
import type { LiveRecord } from "../live-record.js";
import { CannotMove } from "../move-input.js";
import { patchYaml } from "../patch.js";
import { permalink, isPermalink, readPermalink } from "../permalink.js";
import { summarizeLive } from "../summarize-live.js";
import { type Control, controlsOf, fieldValue, showControl, sliderValue } from "./controls.js";
import { drawPlot } from "./plot.js";

/** Milliseconds of rest after which a move is said aloud and written into the address. */
const REST = 600;

const byId = (id: string): HTMLElement => document.getElementById(id)!;

/** Binds the controls: every move shows its answer; the address and the clipboard take the changes away. */
export function startView(record: LiveRecord, model: CompiledModel, answer: LiveModel): void {
  const controls = controlsOf(record);
  const summaryOf = (changes: Changes): Summary =>
    summarizeLive(record, model, answer(changes), changes.price ?? record.price?.price);
  const recorded = summaryOf(NO_CHANGES);
  let changes = NO_CHANGES;
  let shown = recorded;
  let resting: ReturnType<typeof setTimeout> | undefined;

  const show = (): void => {
    showAnswer(record, changes, recorded, shown);
    drawPlot(byId("live-plot"), recorded, shown);
    for (const control of controls) showControl(control, changes);
    showRanges(record, model, changes);
    byId("live-note").textContent = "";
    byId("live-yaml").hidden = true;
    for (const id of ["live-reset", "live-copy"]) {
      (byId(id) as HTMLButtonElement).disabled = isUnchanged(changes);
    }
  };
  const rest = (): void => {
    byId("live-said").textContent =
      `${byId("live-answer").textContent}. ${byId("live-change").textContent}`;
    history.replaceState(null, "", permalink(changes) || location.pathname + location.search);
  };
  /** @returns false where no distribution has what is asked; all is then as before */
  const move = (next: Changes): boolean => {
    const start = performance.now();
    try {
      shown = isUnchanged(next) ? recorded : summaryOf(next);
    } catch (error) {
      if (!(error instanceof CannotMove)) throw error;
      byId("live-note").textContent = `That cannot be: ${error.message}.`;
      return false;
    }
    changes = next;
    show();
    performance.measure("live move", { start });
    clearTimeout(resting);
    resting = setTimeout(rest, REST);
    return true;
  };

  for (const control of controls) bind(control, () => changes, move);
  byId("live-reset").addEventListener("click", () => {
    (document.activeElement as HTMLElement | null)?.blur();
    move(NO_CHANGES);
  });
  byId("live-copy").addEventListener("click", () => void copy(patchYaml(record, changes)));
  addEventListener("hashchange", () => {
    if (isPermalink(location.hash)) move(readPermalink(location.hash, record));
  });
  addEventListener("resize", () => drawPlot(byId("live-plot"), recorded, shown));
  show();
  const linked = readPermalink(location.hash, record);
  if (!isUnchanged(linked)) move(linked);
}

function bind(control: Control, current: () => Changes, move: (changes: Changes) => boolean): void {
  const { slider, field, change } = control;
  slider.addEventListener("input", () => {
    if (!move(change(current(), sliderValue(control)))) showControl(control, current());
  });
  field.addEventListener("input", () => {
    const value = fieldValue(control);
    const moved = value !== undefined && move(change(current(), value));
    if (!moved) field.setAttribute("aria-invalid", "true");
  });
  field.addEventListener("blur", () => showControl(control, current()));
}

/** The report's own first sentence where nothing is moved; else that of the live draws, and the change. */
function showAnswer(
  { recorded: own }: LiveRecord,
  changes: Changes,
  recorded: Summary,
  shown: Summary,
): void {
  const unchanged = isUnchanged(changes);
  byId("live-answer").textContent = unchanged ? own.headline : plainText(headline(shown));
  byId("live-change").textContent = unchanged
    ? own.range
    : `${changeSentence(recorded, shown)} ${plainText(rangeSentence(shown))}`;
}

/** What each input now ranges over. */
function showRanges({ inputs }: LiveRecord, { quantities }: CompiledModel, changes: Changes): void {
  for (const name of inputs) {
    const { unit, definition } = movedQuantity(
      quantities.find((one) => one.name === name)!,
      changes,
    );
    const { quantile } = createDistribution((definition as { spec: DistributionSpec }).spec);
    const [low, high] = [0.05, 0.95].map((p) => formatValue(quantile(p), unit));
    byId(`live-range-${name}`).textContent = `Nine times in ten ${low} to ${high}`;
  }
}

/** To the clipboard where the page may, and in any case where it can be read and selected. */
async function copy(yaml: string): Promise<void> {
  const block = byId("live-yaml");
  block.textContent = yaml;
  block.hidden = false;
  const note = byId("live-note");
  try {
    await navigator.clipboard.writeText(yaml);
    note.textContent = "Copied.";
  } catch {
    note.textContent = "Copy it from below.";
  }
}
