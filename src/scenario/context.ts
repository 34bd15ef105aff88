import type { UnitSystem } from "../units/unit-system.js";
import type { ReadData } from "./data-file.js";
import type { Problem } from "./problem.js";
import type { Path, YamlSource } from "./yaml-source.js";

/** Where at a path a problem lies: on the key, or so many characters into a text value. */
export interface Spot {
  readonly onKey?: boolean;
  readonly offset?: number;
}

/** What every check of a scenario shares: its units, its data files, and where to report a problem. */
export interface Context {
  readonly units: UnitSystem;
  readonly readData: ReadData;
  readonly report: (path: Path, message: string, fix: string, spot?: Spot) => void;
}

/** Reports problems of one file, in the order found, each with its place. */
export function problemReporter(source: YamlSource, problems: Problem[]): Context["report"] {
  return (path, message, fix, spot = {}) => {
    const place = spot.onKey ? source.atKey(path) : source.at(path, spot.offset);
    problems.push({ file: source.file, ...place, message, fix });
  };
}
