import { open } from "node:fs/promises";
import { parseScenario } from "../scenario/parse-scenario.js";
import { UsageError } from "./exit-codes.js";

/**
 * Writes a commented scenario to start from; never over a file that is there.
 *
 * @returns what was written and what to do next
 */
export async function writeStarter(name: string): Promise<string> {
  const file = `${name}.yaml`;
  const text = starterText(name);
  // The name is checked as any scenario's is, and so is the starter itself.
  parseScenario(file, text);
  const handle = await open(file, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST")
      throw new UsageError(`${file} exists already; choose another name`);
    throw error;
  });
  await handle.writeFile(text).finally(() => handle.close());
  return `Wrote ${file}. Next: breakeven run ${file}`;
}

function starterText(name: string): string {
  return `# A scenario says what is uncertain; \`breakeven run ${name}.yaml\` simulates it.
name: ${name}
title: Cost of a token on rented GPUs
question: Does $2 per million output tokens cover the cost?

# The library's model of the cost of a token; \`breakeven models token-cost\` shows what it holds.
model: token-cost

# Overrides of the model. Whatever is not named keeps the model's own value.
inputs:
  owned_share: 0                                   # a number is in the model's unit
  rental_price: "1.7 to 3.5 USD/GPU/h"             # nine times in ten between these two
  utilization:
    distribution: beta
    mean: 0.6
    sd: 0.1
    source: Replace this by where the number comes from
    grade: C                                       # A measured or contracted, B published, C judgement

# Quantities of your own, over those of the model.
formulas:
  margin:
    formula: 1 - cost_per_token / (2 USD/Mtoken)
    unit: "1"
    label: Margin at $2 per million tokens

# What to report; the first one leads.
outputs: [cost_per_token, margin]

# What the first output is compared with.
prices:
  Our price: { price: 2, unit: USD/Mtoken, source: Price list }

run: { draws: 131072, seed: 1, method: sobol }
`;
}
