import { createDesign } from "./create-design.js";
import type { DesignOptions } from "./design.js";

/** The first stage of a run that grows: as many draws as asked for, in whole hypercubes. */
export function firstStage(options: DesignOptions): DesignOptions {
  const unit = unitOf(options);
  return { ...options, draws: unit * Math.ceil(options.draws / unit) };
}

/**
 * The next stage: twice the draws, or as many as a ceiling allows. It begins with the draws of the
 * stage before it.
 *
 * @returns undefined where the ceiling leaves no room
 */
export function nextStage(options: DesignOptions, drawsMax: number): DesignOptions | undefined {
  const unit = unitOf(options);
  const draws = Math.min(2 * options.draws, unit * Math.floor(drawsMax / unit));
  return draws > options.draws ? { ...options, draws } : undefined;
}

/** Draws that belong together: a hypercube cut short would be another hypercube. */
function unitOf(options: DesignOptions): number {
  return options.method === "lhs" ? createDesign(options).replication!.block : 1;
}
