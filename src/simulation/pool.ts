import type { Worker } from "node:worker_threads";
import WorkerThreadsPool from "worker-threads-pool";
import { compileModel } from "../engine/compile-model.js";
import { createSamplers, type Samplers, type Tables } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluate, Progress } from "./evaluate.js";
import { CLAIMED, type FromWorker, NEXT, type ToWorker } from "./messages.js";
import type { Chunk, Plan } from "./plan.js";

/** A worker thread that ended before its chunk did. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";
  readonly scenario: string;
  readonly chunk: Chunk;

  constructor(scenario: string, chunk: Chunk, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const last = chunk.start + chunk.length - 1;
    super(`a worker died in scenario ${scenario}, draws ${chunk.start} to ${last}: ${reason}`, {
      cause,
    });
    this.scenario = scenario;
    this.chunk = chunk;
  }
}

/** What every segment of a run has in common, and one of them. */
type Work = Pick<Extract<ToWorker, { kind: "run" }>, "id" | "scenario" | "plan" | "tables">;

/** Long-lived worker threads, started at the first run and used for every run after it. */
export interface Pool {
  readonly evaluate: Evaluate;
  /** Lets every worker finish and waits until all have ended. */
  readonly close: () => Promise<void>;
}

/**
 * Starts nothing yet; the first run starts the workers.
 *
 * worker-threads-pool starts and counts the threads; each is acquired once and kept as a lane, so
 * that nothing is ever queued in it. A lane takes the next chunk by itself when it is done with one.
 *
 * @param size number of worker threads, at least 1
 * @param script the worker's module, built JavaScript
 * @param samplers whose tables are shared with others
 */
export function createPool(
  size: number,
  script: URL = new URL("./worker.js", import.meta.url),
  samplers: Samplers = createSamplers(),
): Pool {
  const threads = new WorkerThreadsPool({ max: size });
  const lanes = new Set<Worker>();
  /** The run that was evaluated last, of which the next plan may be a segment. */
  let last: Work | undefined;

  const acquire = (): Promise<Worker> =>
    new Promise((resolve, reject) => {
      // The published types know only file names; the thread takes a URL.
      threads.acquire(script as unknown as string, {}, (error, worker) => {
        if (error) return reject(error);
        lanes.add(worker);
        worker.once("exit", () => lanes.delete(worker));
        // A death is reported by the run under way; without this listener it would end the process.
        worker.on("error", () => lanes.delete(worker));
        resolve(worker);
      });
    });

  return {
    evaluate: async (scenario, plan, progress = {}, into = undefined) => {
      while (lanes.size < Math.min(size, plan.chunks.length)) await acquire();
      const known = last?.scenario === scenario && last.plan.run === plan.run ? last : undefined;
      // While new threads start.
      const tables = known?.tables ?? buildTables(scenario, samplers);
      last = { id: known?.id ?? (last?.id ?? 0) + 1, scenario, plan, tables };
      return evaluateOn([...lanes], last, progress, into);
    },
    close: async () => {
      const ends = [...lanes].map(
        (worker) => new Promise((resolve) => worker.once("exit", resolve)),
      );
      for (const worker of lanes) worker.postMessage({ kind: "stop" } satisfies ToWorker);
      await Promise.all(ends);
    },
  };
}

/** The tables of a scenario's inputs, and of those of runs before it. */
function buildTables(scenario: Scenario, samplers: Samplers): Tables {
  for (const input of compileModel(scenario, samplers).inputs) {
    if ("distribution" in input) input.distribution.table();
  }
  return samplers.tables();
}

async function evaluateOn(
  lanes: readonly Worker[],
  work: Work,
  { onDraws, signal }: Progress,
  into: readonly Float64Array[] | undefined,
): Promise<readonly Float64Array[]> {
  const { scenario, plan } = work;
  const draws = plan.end - plan.start;
  const columns = scenario.outputs.map(
    (_, k) =>
      (into?.[k]?.buffer as SharedArrayBuffer | undefined) ??
      new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT * draws),
  );
  const claims = new Int32Array(new SharedArrayBuffer(4 * (CLAIMED + lanes.length)));
  const stop = (): void => void Atomics.store(claims, NEXT, plan.chunks.length);
  let drawn = plan.start;
  const onMore = (more: number): void => {
    drawn += more;
    onDraws?.(drawn, plan.run.draws);
    if (signal?.aborted) stop();
  };
  const results = await Promise.allSettled(
    lanes.map((worker, lane) => {
      const message: ToWorker = { kind: "run", ...work, columns, claims, lane };
      return runOn(worker, message, onMore).catch((cause: unknown) => {
        stop();
        throw new WorkerDied(scenario.name, lastTaken(plan, claims, lane), cause);
      });
    }),
  );
  signal?.throwIfAborted();
  const died = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (died.length > 0) throw died[0];
  return columns.map((buffer) => new Float64Array(buffer, 0, draws));
}

/** The chunk that a lane took last; the first one before it took any. */
function lastTaken({ chunks }: Plan, claims: Int32Array, lane: number): Chunk {
  return chunks[Atomics.load(claims, CLAIMED + lane)]!;
}

/**
 * Has a worker take chunks until none is left.
 *
 * @param onMore called with the draws of each chunk
 * @throws what the worker died of
 */
function runOn(worker: Worker, message: ToWorker, onMore: (draws: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      finish();
    };
    const onMessage = (told: FromWorker): void => {
      if (told.kind === "finished") settle(resolve);
      else onMore(told.draws);
    };
    // What it had told before it failed comes in ahead of its exit, but not of its error.
    let cause: unknown;
    const onError = (error: Error): void => void (cause = error);
    const onExit = (code: number): void =>
      settle(() => reject((cause as Error) ?? new Error(`it exited with code ${code}`)));
    if (worker.threadId === -1) return onExit(1);
    worker.on("message", onMessage);
    worker.on("error", onError);
    worker.on("exit", onExit);
    worker.postMessage(message);
  });
}
