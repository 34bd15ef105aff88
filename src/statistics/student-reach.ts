import { studentQuantile } from "../numeric/student.js";
import { TAIL } from "./column.js";

/** Replicates of nearly every run. */
const USUAL = 8;
const OF_USUAL = studentQuantile(1 - TAIL, USUAL - 1);

/**
 * How many standard errors a 95% interval of a mean reaches to either side: Student's t.
 *
 * @param count independent estimates that the error is from, 2 or more
 */
export function studentReach(count: number): number {
  return count === USUAL ? OF_USUAL : studentQuantile(1 - TAIL, count - 1);
}
