import type { Since } from "../../summary/since.js";
import type { Summary } from "../../summary/summary.js";
import { subjectOf } from "../figures/subject.js";
import { formatCount, formatValue, lowerFirst } from "../format.js";
import type { Provenance } from "../provenance.js";
import { runId } from "../run-id.js";

/** What keeps two runs from being quite alike, and what the errors of their differences leave out. */
export function sinceNotes(summary: Summary, provenance: Provenance): readonly string[] {
  const { since } = summary;
  if (!since) return [];
  return [
    ...otherRun(since, summary, provenance),
    ...otherUnit(since, summary),
    ...otherPrice(since, summary),
    ...holes(since, summary),
    errors(since, summary),
  ];
}

function otherRun({ run }: Since, summary: Summary, provenance: Provenance): readonly string[] {
  const { version } = provenance;
  const other =
    run.scenario === summary.scenario
      ? []
      : [`The earlier run is of another scenario, ${run.scenario}.`];
  if (run.version === undefined) {
    const unknown = "It left no run.json: from which text and by which version is not known.";
    return [...other, unknown];
  }
  if (run.version !== version) {
    const made = `Breakeven ${run.version} made it, ${version} this one`;
    return [...other, `${made}: part of a difference may come from the program.`];
  }
  const same = run.id === runId(summary, provenance);
  return same
    ? [...other, "It has this run's name: text, settings and version are the same."]
    : other;
}

function otherUnit({ unit }: Since, summary: Summary): readonly string[] {
  const { output } = subjectOf(summary);
  if (unit === output.unit) return [];
  const label = lowerFirst(output.label);
  return [`It counted ${label} in ${unit}; its numbers are converted to ${output.unit}.`];
}

function otherPrice({ price }: Since, summary: Summary): readonly string[] {
  const { main } = subjectOf(summary);
  if (!main) return [];
  if (price === undefined) return [`It was not compared with a price named ${main.against}.`];
  const [was, is] = [price, main.price].map((amount) => formatValue(amount, main.unit));
  return was === is ? [] : [`Its price for ${main.against} was ${was!}; this run's is ${is!}.`];
}

function holes({ undefined: missing, run }: Since, summary: Summary): readonly string[] {
  if (missing === 0) return [];
  const label = lowerFirst(subjectOf(summary).output.label);
  const share = `${formatCount(missing)} of its ${formatCount(run.draws)} futures`;
  return [
    `In ${share} ${label} had no finite value; percentiles count these as above every number.`,
  ];
}

/** Which error the differences have, and on which side it errs. */
function errors({ run }: Since, summary: Summary): string {
  const added =
    "Only summaries of runs are kept, so that the errors of the two are taken as independent: their squares are added (Newcombe 1998).";
  if (run.seed !== summary.run.seed)
    return `${added} The seeds differ, so that they are; of twenty figures that did not change, about one will seem to have.`;
  return `${added} Both have the seed ${run.seed} and so may share draws: where these move both answers the same way, as they do as a rule, the true error is smaller, and a difference is passed over too often rather than too seldom.`;
}
