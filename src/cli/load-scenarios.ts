import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { parseScenario } from "../scenario/parse-scenario.js";
import { InvalidScenario, type Problem } from "../scenario/problem.js";
import type { Scenario } from "../scenario/scenario.js";
import { readBeside } from "./read-beside.js";

/** A scenario and the file it came from. */
export interface LoadedScenario {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
  /** SHA-256 of every data file it was read with, by path from the scenario's folder. */
  readonly data: ReadonlyMap<string, string>;
}

/**
 * Loads every scenario that the paths name: a file, or a folder's `.yaml` and `.yml` files by name.
 *
 * @param overrides as `--set name=value` gives them, laid over every scenario's inputs
 * @throws {InvalidScenario} with the problems of all files together
 */
export async function loadScenarios(
  paths: readonly string[],
  overrides: ReadonlyMap<string, number | string>,
): Promise<readonly LoadedScenario[]> {
  const problems: Problem[] = [];
  const loaded: LoadedScenario[] = [];
  for (const file of await listFiles(paths, problems)) {
    try {
      const text = decode(file, await readFile(file));
      const data = new Map<string, string>();
      const scenario = parseScenario(file, text, overrides, readBeside(file, data));
      loaded.push({ file, text, scenario, data });
    } catch (error) {
      if (!(error instanceof InvalidScenario)) throw error;
      problems.push(...error.problems);
    }
  }
  problems.push(...repeatedNames(loaded));
  if (problems.length > 0) throw new InvalidScenario(problems);
  return loaded;
}

async function listFiles(paths: readonly string[], problems: Problem[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const kind = await stat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
      return undefined;
    });
    if (!kind) {
      problems.push(wholeFile(path, "there is no such file or folder", "Check the path"));
    } else if (!kind.isDirectory()) files.push(path);
    else {
      const names = (await readdir(path)).filter((name) => /\.ya?ml$/.test(name)).sort();
      if (names.length === 0) {
        problems.push(wholeFile(path, "no scenario (*.yaml) in this folder", "Check the path"));
      }
      files.push(...names.map((name) => join(path, name)));
    }
  }
  return [...new Set(files)];
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InvalidScenario([wholeFile(file, "the file is not UTF-8 text", "Save it as UTF-8")]);
  }
}

function repeatedNames(loaded: readonly LoadedScenario[]): Problem[] {
  const first = new Map<string, string>();
  return loaded.flatMap(({ file, scenario }) => {
    // Folders on some systems do not tell upper from lower case.
    const key = scenario.name.toLowerCase();
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, file);
    if (earlier === undefined) return [];
    return [wholeFile(file, `the name ${scenario.name} is taken by ${earlier}`, "Rename one")];
  });
}

function wholeFile(file: string, message: string, fix: string): Problem {
  return { file, line: 1, column: 1, message, fix };
}
