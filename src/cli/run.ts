import { join } from "node:path";
import { simulate } from "../pipeline.js";
import type { Scenario } from "../scenario/scenario.js";
import { plainText } from "../report/phrase.js";
import type { ReportFile } from "../report/report-file.js";
import type { SampleFormat } from "../report/samples.js";
import { headline, precisionSentence, rangeSentence } from "../report/sentences.js";
import { sinceSentence } from "../report/since/since-sentence.js";
import type { Theme } from "../report/style.js";
import { precisionWarning } from "../summary/describe-precision.js";
import type { Summary } from "../summary/summary.js";
import { type ComparedEarlier, findEarlier } from "./find-earlier.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { interruptSignal } from "./interrupts.js";
import { type LoadedScenario, loadScenarios } from "./load-scenarios.js";
import { type Extras, extrasAsked } from "./extra-files.js";
import { overridesOf, type RunArguments, runSettings, workerCount } from "./options.js";
import { progressBar } from "./progress.js";
import { createReporter, type Reporter } from "./reporter.js";
import { sinceEarlierRun } from "./since-earlier-run.js";
import { createSimulator, type Simulator } from "./simulator.js";
import type { Asked } from "./provenance.js";
import { createTerminal, type Terminal } from "./terminal.js";
import { warningsBeforeRun } from "./warnings-before-run.js";
import { withConditions } from "./with-conditions.js";
import { writeIndex } from "./write-index.js";
import { writeReport } from "./write-report.js";

interface Session {
  readonly terminal: Terminal;
  readonly simulator: Simulator;
  readonly signal: AbortSignal;
  /** Where reports go and who composes them; undefined writes none. */
  readonly reports: { readonly out: string; readonly reporter: Reporter } | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly asked: Asked;
  /** The earlier run of each scenario that has one, by name. */
  readonly earlier: ReadonlyMap<string, ComparedEarlier>;
  readonly samples: SampleFormat | undefined;
  readonly extras: Extras;
}

/** A run that is simulated and may not be reported yet. */
interface Finished {
  readonly entry: LoadedScenario;
  readonly summary: Summary;
  readonly asked: Asked;
  /** Files of its report that are made already. */
  readonly beside: readonly ReportFile[];
  /** When it began, by `performance.now()`. */
  readonly started: number;
}

/** Loads, simulates and reports; nothing is simulated before every scenario has been checked. */
export async function run(args: RunArguments): Promise<ExitCode> {
  const loaded = await loadScenarios(args.scenario, overridesOf(args));
  const given = args.given ?? [];
  const batch = withConditions(loaded, given).map((entry): LoadedScenario => {
    return { ...entry, scenario: { ...entry.scenario, run: runSettings(entry.scenario, args) } };
  });
  const out = args.out ?? (args.json ? undefined : "reports");
  if (args.samples !== undefined && out === undefined) {
    throw new UsageError("--samples writes a file: with --json it needs --out");
  }
  const terminal = createTerminal(args.quiet);
  const earlier = await findEarlier(batch, args.since, { out, terminal });
  const session: Session = {
    terminal,
    extras: await extrasAsked(args, out, terminal),
    simulator: createSimulator(workerCount(args)),
    signal: interruptSignal(),
    reports: out === undefined ? undefined : { out, reporter: createReporter() },
    json: args.json,
    quiet: args.quiet,
    asked: {
      ...{ overrides: args.set ?? [], given, since: args.since },
      theme: args.theme as Theme | undefined,
      interactiveCharts: args["interactive-charts"],
    },
    earlier,
    samples: args.samples as SampleFormat | undefined,
  };
  try {
    const accepted = await runBatch(batch, session);
    if (session.reports) {
      const index = await writeIndex(session.reports.out, session.reports.reporter);
      if (!args.json && !args.quiet) session.terminal.print(`All reports: ${index}`);
    }
    return accepted ? exitCodes.done : exitCodes.rejected;
  } finally {
    await session.simulator.close();
    await session.reports?.reporter.close();
  }
}

/** One after the other, each reported while the next is simulated; false where any is rejected. */
async function runBatch(batch: readonly LoadedScenario[], session: Session): Promise<boolean> {
  let accepted = true;
  let reporting = Promise.resolve();
  let last: Finished | undefined;
  const settle = async (): Promise<void> => {
    await reporting;
    if (last) accepted = announce(last, session) && accepted;
    last = undefined;
  };
  try {
    for (const entry of batch) {
      const finished = await withEarlier(await simulateOne(entry, session), session);
      // Said between two progress bars, never into one.
      await settle();
      last = finished;
      reporting = report(finished, session);
      // It is awaited above; a failure before that must not end the process.
      reporting.catch(() => undefined);
    }
  } finally {
    await settle();
  }
  return accepted;
}

async function simulateOne(entry: LoadedScenario, session: Session): Promise<Finished> {
  const { scenario } = entry;
  const { terminal, simulator, signal } = session;
  if (!session.quiet) {
    for (const warning of warningsBeforeRun(scenario, simulator.samplers)) {
      terminal.say(`${scenario.name}: warning: ${warning}`);
    }
  }
  const started = performance.now();
  const bar = await progressBar(terminal, scenario.name, scenario.run.draws);
  try {
    const progress = { onDraws: bar.update, signal };
    const summary = await simulate(scenario, simulator, progress, simulator.samplers);
    return { entry, started, summary, asked: session.asked, beside: [] };
  } finally {
    bar.stop();
  }
}

/** The run with what changed since an earlier one, where there is one. */
async function withEarlier(finished: Finished, session: Session): Promise<Finished> {
  const { entry, summary, asked } = finished;
  const earlier = session.earlier.get(entry.scenario.name);
  if (!earlier) return { ...finished, asked: { ...asked, since: undefined } };
  const reporter = session.reports?.reporter;
  const { since, files } = await sinceEarlierRun(entry, summary, earlier, { asked, reporter });
  if (since.page && "leftOut" in since.page) {
    session.terminal.say(
      `${summary.scenario}: --since: no page compares the scenarios: ${since.page.leftOut}`,
    );
  }
  return { ...finished, summary: { ...summary, since }, beside: files };
}

async function report(finished: Finished, session: Session): Promise<void> {
  const { entry, summary, asked, beside, started } = finished;
  const { reports, simulator } = session;
  if (!reports) return;
  const workers = simulator.workersFor(entry.scenario, summary.run.draws);
  await writeReport(entry, summary, reports.reporter, {
    ...session,
    ...{ asked, beside },
    out: reports.out,
    started,
    workers,
  });
}

/** Says what a run found; false where its results are rejected. */
function announce({ entry: { scenario }, summary }: Finished, session: Session): boolean {
  const { terminal, json, quiet } = session;
  if (json) terminal.print(JSON.stringify(summary));
  const { precision } = summary.run;
  if (precision?.met === false) {
    const { label } = summary.outputs[precision.output]!;
    terminal.say(`${scenario.name}: warning: ${precisionWarning(precision, label)}`);
  }
  if (!json && !quiet) printSummary(summary, session);
  const rejected = rejections(scenario, summary);
  for (const reason of rejected) terminal.say(`${scenario.name}: ${reason}`);
  return rejected.length === 0;
}

function printSummary(summary: Summary, { terminal, reports }: Session): void {
  terminal.print(terminal.bold(summary.title));
  terminal.print(`  ${plainText(headline(summary))}`);
  terminal.print(`  ${plainText(rangeSentence(summary))}`);
  const precision = precisionSentence(summary);
  if (precision !== undefined) terminal.print(`  ${precision}`);
  const since = sinceSentence(summary);
  if (since) terminal.print(`  ${plainText(since)}`);
  if (reports) {
    terminal.print(terminal.dim(`  ${join(reports.out, summary.scenario, "report.html")}`));
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
