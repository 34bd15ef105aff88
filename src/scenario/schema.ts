import { z } from "zod";
import { closed } from "./closed.js";
import { distributionSchema, pair } from "./distribution-schema.js";

const SCENARIO_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;
const QUANTITY_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
const INPUT_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}(\.[A-Za-z0-9_-]{1,64}){0,2}$/;
/** Device names that no Windows folder can have. */
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i;
const EXECUTABLE_URL = /^\s*(javascript|data|vbscript|file|blob):/i;

const quantityName = z
  .string()
  .regex(QUANTITY_NAME, "a name is a letter, then letters, digits and _ (64 at most)\nRename it");

/** The name of an input, or of an uncertain parameter: `server_price.p5`. */
const inputName = z
  .string()
  .regex(INPUT_NAME, "a name is a letter, then letters, digits and _ (64 at most)\nRename it");

const text = z.string().max(10_000);
const source = text
  .refine((value) => !EXECUTABLE_URL.test(value), "a link must be http or https\nWrite the source")
  .describe("Where the number comes from: publication, date, link");

/** What every quantity may say about itself. */
const description = {
  unit: z.string().max(200).optional().describe("Such as USD/Mtoken; 1 or % for a pure number"),
  label: text.optional().describe("Name for readers"),
  meaning: text.optional().describe("One line: what it is"),
  source: source.optional(),
  grade: z
    .enum(["A", "B", "C"])
    .optional()
    .describe("A measured or contracted, B published, C judgement"),
  nature: z
    .enum(["variability", "uncertainty"])
    .optional()
    .describe("Differs from case to case, or one number not known exactly (the usual)"),
};

const finite = z.number();
const amount = z
  .string()
  .max(1000)
  .describe("`300k to 330k USD/server`: nine times in ten between the two");

/** A parameter may be uncertain itself; the parameters of its own distribution are numbers. */
const parameter = z
  .union([finite, amount, distributionSchema(description)])
  .meta({ id: "parameter", description: "A number, or an uncertain one: its own distribution" });

const input = z
  .union([
    finite.describe("A fixed number in the model's unit"),
    amount,
    distributionSchema(description, parameter),
  ])
  .meta({ id: "input" });

const switches = closed({
  label: text.optional().describe("Name for readers"),
  meaning: text.optional().describe("One line: what it is"),
  source: source.optional(),
  grade: description.grade,
  nature: description.nature,
  cases: z
    .array(
      closed({
        name: z
          .string()
          .regex(SCENARIO_NAME, "a case is a letter, then letters, digits, - and _\nRename it"),
        weight: z.number().min(0).describe("Relative to the other cases"),
        inputs: z.record(z.string(), input).optional().describe("What inputs are in this case"),
      }),
    )
    .min(2)
    .max(1000)
    .describe("Exactly one of them happens in a draw; numbered from 0"),
});

const formula = z.union([
  z.string().max(4096),
  closed({ formula: z.string().max(4096), ...description }),
]);

const price = z.union([
  finite.describe("In the unit of the output it is compared with"),
  closed({
    price: finite,
    unit: z.string().max(200).optional(),
    output: quantityName
      .optional()
      .describe("What it is compared with; the first output that fits"),
    source: source.optional(),
  }),
]);

const probability = z.number().min(0).max(1);

const expectation = z.union([
  closed({ output: quantityName, percentile: z.number().gt(0).lt(100), between: pair }),
  closed({ against: z.string(), probability: z.tuple([probability, probability]) }),
]);

/** Limits of a run. Fewer draws than 400 give no 95% interval of the 1st and 99th percentile. */
export const drawsSchema = z.int().min(400).max(1e10).describe("How many futures to simulate");

/** Ways to lay out the draws. */
export const methodSchema = z.enum(["sobol", "lhs", "random"]).describe("How draws are laid out");

/** What a scenario file may say. The validator and the JSON Schema are both made from this. */
export const scenarioSchema = closed({
  name: z
    .string()
    .regex(
      SCENARIO_NAME,
      "a name is a letter, then letters, digits, - and _ (64 at most)\nRename it",
    )
    .refine((name) => !RESERVED.test(name), "this name is reserved on Windows\nRename it")
    .describe("Short name; the report's folder"),
  title: text.min(1).optional().describe("Name for readers"),
  question: text.optional().describe("The decision this scenario informs"),
  author: text.optional(),
  date: text.optional(),
  notes: text.optional(),
  model: z.string().optional().describe("A model of the library to start from"),
  workload: z
    .string()
    .optional()
    .describe("A kind of use whose quantities replace the model's: chat, coding-agent, ..."),
  units: z.array(z.string()).max(100).optional().describe("Further base units"),
  inputs: z.record(z.string(), input).optional().describe("Overrides of the model, and additions"),
  switches: z
    .record(z.string(), switches)
    .optional()
    .describe("What changes several inputs together, by cases with weights"),
  formulas: z.record(z.string(), formula).optional().describe("New or overriding formulas"),
  outputs: z.array(quantityName).min(1).optional().describe("What to report; the first leads"),
  prices: z
    .record(z.string().max(200), price)
    .optional()
    .describe("What outputs are compared with"),
  correlations: z
    .array(
      closed({
        between: z.tuple([inputName, inputName]),
        rank: z.number().min(-1).max(1).describe("Spearman rank correlation"),
        source: source.optional(),
      }),
    )
    .optional(),
  run: closed({
    draws: drawsSchema.optional(),
    seed: z
      .union([z.string().max(1000), z.number()])
      .optional()
      .describe("Any text or number"),
    method: methodSchema.optional(),
    allow_undefined: z.boolean().optional().describe("Accept draws without a finite result"),
  }).optional(),
  expect: z.array(expectation).optional().describe("Checked after the run; a miss is exit code 3"),
});

/** A scenario as its file states it, of the right shape but not yet checked for sense. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;

/** The JSON Schema (draft 2020-12) of a scenario file, for editors. */
export function scenarioJsonSchema(): object {
  return z.toJSONSchema(scenarioSchema);
}
