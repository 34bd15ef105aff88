// Programs in processes of their own.
import { execFileSync, spawnSync } from "node:child_process";

/** What a program prints, one line of JSON. */
export function execute(program, options) {
  return JSON.parse(execFileSync(program, options, { encoding: "utf8" }));
}

/** Whether a program runs and succeeds. */
export function works(program, options) {
  return spawnSync(program, options, { stdio: "ignore" }).status === 0;
}
