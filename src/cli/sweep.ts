import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { sweepScenario } from "../decision/sweep-scenario.js";
import { loadDrawSvg } from "../report/render/draw-svg.js";
import { renderFigures } from "../report/render/render-figure.js";
import { sweepFigure } from "../report/figures/sweep.js";
import { sweepCsv, type SweepRecord } from "../report/sweep-record.js";
import type { Scenario } from "../scenario/scenario.js";
import { loadQuestion, outputAsked, type SweepArguments } from "./analysis-options.js";
import { type AskedAxis, axisOf } from "./axes.js";
import { describeSweep } from "./describe-sweep.js";
import { type ExitCode, exitCodes, UsageError } from "./exit-codes.js";
import { outputOfPrice, type PriceAsked, priceAsked, pricesOf } from "./price-asked.js";
import { settable } from "./settable.js";
import { writeFile } from "./write-folder.js";

const AXES_MAX = 2;

/** Sweeps one or two inputs and prints what becomes of the output; with `out`, also draws it. */
export async function sweepOver(args: SweepArguments): Promise<ExitCode> {
  const scenario = await loadQuestion(args);
  const output = outputAsked(scenario, args.output ?? outputOfPrice(scenario, args.price));
  const axes = axesOf(args.over);
  const prices =
    args.price === undefined
      ? pricesOf(scenario, output)
      : [priceAsked(scenario, output, args.price)];
  const record = recordOf(scenario, output, axes, prices);
  process.stdout.write(args.json ? `${JSON.stringify(record)}\n` : describeSweep(record));
  if (args.out !== undefined) await write(record, args.out);
  const unknown = record.points.some((point) => point.undefined > 0);
  return unknown && !scenario.run.allowUndefined ? exitCodes.rejected : exitCodes.done;
}

function axesOf(over: readonly string[]): readonly AskedAxis[] {
  if (over.length > AXES_MAX) throw new UsageError("--over may be given once or twice");
  const axes = over.map(axisOf);
  if (axes.length === AXES_MAX && axes[0]!.input === axes[1]!.input) {
    throw new UsageError(`--over: ${axes[0]!.input} is given twice`);
  }
  return axes;
}

function recordOf(
  scenario: Scenario,
  output: string,
  asked: readonly AskedAxis[],
  prices: readonly PriceAsked[],
): SweepRecord {
  const axes = asked.map(({ input, log, values }) => {
    const { label, unit } = settable(scenario, output, input, "--over");
    return { input, label, unit, log, values };
  });
  const { label, unit } = scenario.quantities.find(({ name }) => name === output)!;
  const { draws, seed, method } = scenario.run;
  const amounts = prices.map(({ price }) => price);
  return {
    format: "breakeven/sweep/1",
    ...{ scenario: scenario.name, title: scenario.title, output, label, unit },
    run: { draws, seed, method },
    axes,
    prices: prices.map(({ against, price }) => ({ ...(against ? { against } : {}), price })),
    ...sweepScenario(scenario, output, axes, amounts),
  };
}

async function write(record: SweepRecord, out: string): Promise<void> {
  const [rendered] = await renderFigures([sweepFigure(record)], await loadDrawSvg());
  const { figure, svg, png } = rendered!;
  const files = {
    "sweep.csv": sweepCsv(record),
    "sweep.json": `${JSON.stringify(record, null, 2)}\n`,
    "sweep.svg": svg,
    "sweep.png": png,
    "sweep.vl.json": `${JSON.stringify(figure.wide, null, 2)}\n`,
  };
  await mkdir(out, { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(out, name), content);
}
