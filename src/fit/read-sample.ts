import { aValue } from "../scenario/explain-issue.js";
import { readColumn } from "../scenario/read-column.js";
import type { DataProblem } from "../scenario/read-table.js";
import { InvalidData } from "./invalid-data.js";

/** Fewer values say next to nothing about the shape of a distribution. */
const COUNT_MIN = 8;
/** Values that differ by a smaller share of their size are the same but for rounding. */
const SPREAD_MIN = 1e-10;

/**
 * Reads one column of numbers from delimited text, enough of them and different enough to be fitted.
 *
 * @param file name for messages
 * @param column as the header has it
 * @returns at least 8 values, not all equal, in the order of the file
 * @throws {InvalidData} with everything that is wrong
 */
export function readSample(file: string, text: string, column: string): readonly number[] {
  const reading = readColumn(text, column);
  if ("problems" in reading) throw new InvalidData(file, reading.problems);
  const { values } = reading;
  // A table's header is its first line, and a cell may hold line breaks: good enough to find it.
  const problem = tooLittle(values, values.length + 1, column);
  if (problem) throw new InvalidData(file, [problem]);
  return values;
}

/** Why values that are all numbers are still too few or too much alike. */
function tooLittle(
  values: readonly number[],
  line: number,
  column: string,
): DataProblem | undefined {
  if (values.length < COUNT_MIN) {
    const message = `${aValue(column)} has ${values.length} ${values.length === 1 ? "value" : "values"}; a fit needs ${COUNT_MIN} or more`;
    return {
      line,
      message,
      fix: "Measure more, or state a range in the scenario, such as p5 and p95",
    };
  }
  const [min, max] = values.reduce(
    ([low, high], value) => [Math.min(low, value), Math.max(high, value)],
    [Infinity, -Infinity],
  );
  if (max - min > SPREAD_MIN * Math.max(Math.abs(min), Math.abs(max))) return undefined;
  const message =
    min === max
      ? `all ${values.length} values of ${aValue(column)} are ${min}`
      : `all ${values.length} values of ${aValue(column)} are ${min} to ten digits`;
  return { line, message, fix: "Use the number itself in the scenario" };
}
