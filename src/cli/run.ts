import { join } from "node:path";
import { simulate } from "../pipeline.js";
import type { Scenario } from "../scenario/scenario.js";
import { livePanel } from "../live/live-panel.js";
import { plainText } from "../report/phrase.js";
import { composeReport } from "../report/compose-report.js";
import { type DrawSvg, loadDrawSvg } from "../report/render/draw-svg.js";
import { type SampleFormat, sampleFile } from "../report/samples.js";
import { headline, precisionSentence, rangeSentence } from "../report/sentences.js";
import { sampleTable } from "../simulation/sample-table.js";
import { precisionWarning } from "../summary/describe-precision.js";
import type { Summary } from "../summary/summary.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { interruptSignal } from "./interrupts.js";
import { type LoadedScenario, loadScenarios } from "./load-scenarios.js";
import { overridesOf, type RunArguments, runSettings, workerCount } from "./options.js";
import { progressBar } from "./progress.js";
import { provenanceOf, runRecord } from "./provenance.js";
import { createSimulator, type Simulator } from "./simulator.js";
import { createTerminal, type Terminal } from "./terminal.js";
import { warningsBeforeRun } from "./warnings-before-run.js";
import { writeFolder } from "./write-folder.js";
import { writeIndex } from "./write-index.js";

interface Session {
  readonly terminal: Terminal;
  readonly simulator: Simulator;
  readonly signal: AbortSignal;
  /** Folder for the reports; undefined writes none. */
  readonly out: string | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  /** `--set` entries as given. */
  readonly overrides: readonly string[];
  readonly samples: SampleFormat | undefined;
  /** Loaded once for all reports of the batch. */
  draw?: DrawSvg;
}

/** Loads, simulates and reports; nothing is simulated before every scenario has been checked. */
export async function run(args: RunArguments): Promise<ExitCode> {
  const loaded = await loadScenarios(args.scenario, overridesOf(args));
  const batch = loaded.map((entry): LoadedScenario => {
    return { ...entry, scenario: { ...entry.scenario, run: runSettings(entry.scenario, args) } };
  });
  const out = args.out ?? (args.json ? undefined : "reports");
  if (args.samples !== undefined && out === undefined) {
    throw new UsageError("--samples writes a file: with --json it needs --out");
  }
  const session: Session = {
    terminal: createTerminal(args.quiet),
    simulator: createSimulator(workerCount(args)),
    signal: interruptSignal(),
    out,
    json: args.json,
    quiet: args.quiet,
    overrides: args.set ?? [],
    samples: args.samples as SampleFormat | undefined,
  };
  let accepted = true;
  try {
    for (const entry of batch) accepted = (await runOne(entry, session)) && accepted;
  } finally {
    await session.simulator.close();
  }
  if (out !== undefined) {
    const index = await writeIndex(out, session.draw);
    if (!args.json && !args.quiet) session.terminal.print(`All reports: ${index}`);
  }
  return accepted ? exitCodes.done : exitCodes.rejected;
}

/** Runs one scenario; false where its results are rejected. */
async function runOne(entry: LoadedScenario, session: Session): Promise<boolean> {
  const { scenario } = entry;
  const { terminal, simulator, signal, out } = session;
  for (const warning of warningsBeforeRun(scenario)) {
    terminal.say(`${scenario.name}: warning: ${warning}`);
  }
  const started = performance.now();
  const bar = await progressBar(terminal, scenario.name, scenario.run.draws);
  let summary: Summary;
  try {
    summary = await simulate(scenario, simulator.evaluate, { onDraws: bar.update, signal });
  } finally {
    bar.stop();
  }
  if (session.json) terminal.print(JSON.stringify(summary));
  if (out !== undefined) {
    const provenance = provenanceOf(entry, session.overrides);
    session.draw ??= await loadDrawSvg();
    const files = [
      ...(await composeReport(summary, provenance, session.draw, livePanel(scenario, summary))),
      ...(session.samples
        ? [await sampleFile(sampleTable(scenario, summary.run.draws), session.samples)]
        : []),
    ];
    const seconds = (performance.now() - started) / 1000;
    const record = runRecord(provenance, summary, files, {
      seconds,
      data: entry.data,
      workers: simulator.workersFor(scenario, summary.run.draws),
    });
    await writeFolder(join(out, scenario.name), [...files, record], signal);
  }
  const { precision } = summary.run;
  if (precision?.met === false) {
    const { label } = summary.outputs[precision.output]!;
    terminal.say(`${scenario.name}: warning: ${precisionWarning(precision, label)}`);
  }
  const rejected = rejections(scenario, summary);
  if (!session.json && !session.quiet) announce(summary, session);
  for (const reason of rejected) terminal.say(`${scenario.name}: ${reason}`);
  return rejected.length === 0;
}

function announce(summary: Summary, { terminal, out }: Session): void {
  terminal.print(terminal.bold(summary.title));
  terminal.print(`  ${plainText(headline(summary))}`);
  terminal.print(`  ${plainText(rangeSentence(summary))}`);
  const precision = precisionSentence(summary);
  if (precision !== undefined) terminal.print(`  ${precision}`);
  if (out !== undefined) {
    terminal.print(terminal.dim(`  ${join(out, summary.scenario, "report.html")}`));
  }
}

/** Why the results of a run are not accepted, one sentence each. */
function rejections(scenario: Scenario, summary: Summary): readonly string[] {
  const missed = summary.expect
    .filter(({ met }) => !met)
    .map(({ expectation, observed }) => `expected ${expectation}; found ${observed.value}`);
  const undefinedOutputs = Object.values(summary.outputs).filter((output) => output.undefined > 0);
  if (scenario.run.allowUndefined) return missed;
  const nonFinite = undefinedOutputs.map(
    (output) => `${output.label} has no finite value in ${output.undefined} draws`,
  );
  return [...missed, ...nonFinite];
}
