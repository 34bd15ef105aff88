import type { Worker } from "node:worker_threads";
import WorkerThreadsPool from "worker-threads-pool";
import { compileModel } from "../engine/compile-model.js";
import { createSamplers, type Samplers, type Tables } from "../engine/samplers.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Evaluator, Progress } from "./evaluator.js";
import { hasModelOf } from "./has-model-of.js";
import { tallyMerger, type TallyMerger } from "./tally-merger.js";
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

/** What all workers of a run are told. */
type Work = Omit<Extract<ToWorker, { kind: "run" }>, "kind" | "claims" | "lane">;

/** Long-lived worker threads, started at the first run and used for every run after it. */
export interface Pool extends Evaluator {
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
  /** The last run, of whose model the next one may be. */
  let last: Pick<Work, "scenario" | "model" | "tables"> | undefined;

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

  const share = async (
    work: Omit<Work, "model" | "tables">,
    progress: Progress,
    merger?: TallyMerger,
  ): Promise<void> => {
    while (lanes.size < Math.min(size, work.plan.chunks.length)) await acquire();
    const { scenario } = work;
    const known = last && hasModelOf(last.scenario, scenario) ? last : undefined;
    const model = known?.model ?? (last?.model ?? 0) + 1;
    // While new threads start.
    const tables = known?.tables ?? buildTables(scenario, samplers);
    last = { scenario, model, tables };
    await workOn([...lanes], { ...work, model, tables }, progress, merger);
  };

  return {
    draw: async (scenario, plan, progress = {}) => {
      const columns = sharedColumns(scenario, plan.end - plan.start);
      await share({ scenario, plan, columns, asked: undefined }, progress);
      return columns.map((buffer) => new Float64Array(buffer));
    },
    tally: async (scenario, plan, asked, progress = {}) => {
      const columns = sharedColumns(scenario, asked.firstDraws);
      const merger = tallyMerger(asked);
      await share({ scenario, plan, columns, asked }, progress, merger);
      return merger.finish(columns.map((buffer) => new Float64Array(buffer)));
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

function sharedColumns({ outputs }: Scenario, draws: number): readonly SharedArrayBuffer[] {
  return outputs.map(() => new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT * draws));
}

async function workOn(
  lanes: readonly Worker[],
  work: Work,
  { onDraws, signal }: Progress,
  merger: TallyMerger | undefined,
): Promise<void> {
  const { scenario, plan } = work;
  const claims = new Int32Array(new SharedArrayBuffer(4 * (CLAIMED + lanes.length)));
  const stop = (): void => void Atomics.store(claims, NEXT, plan.chunks.length);
  let drawn = plan.start;
  const onTold = (told: FromWorker): void => {
    if (told.kind === "finished") {
      if (told.counts) merger?.count(told.counts);
      return;
    }
    if (told.portions) merger?.add(told.place, told.portions);
    drawn += told.draws;
    onDraws?.(drawn, plan.run.draws);
    if (signal?.aborted) stop();
  };
  const results = await Promise.allSettled(
    lanes.map((worker, lane) => {
      const message: ToWorker = { kind: "run", ...work, claims, lane };
      return runOn(worker, message, onTold).catch((cause: unknown) => {
        stop();
        throw new WorkerDied(scenario.name, lastTaken(plan, claims, lane), cause);
      });
    }),
  );
  signal?.throwIfAborted();
  const died = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
  if (died.length > 0) throw died[0];
}

/** The chunk that a lane took last; the first one before it took any. */
function lastTaken({ chunks }: Plan, claims: Int32Array, lane: number): Chunk {
  return chunks[Atomics.load(claims, CLAIMED + lane)]!;
}

/**
 * Has a worker take chunks until none is left.
 *
 * @param onTold called with all that it tells
 * @throws what the worker died of
 */
function runOn(
  worker: Worker,
  message: ToWorker,
  onTold: (told: FromWorker) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      worker.off("message", onMessage);
      worker.off("error", onError);
      worker.off("exit", onExit);
      finish();
    };
    const onMessage = (told: FromWorker): void => {
      onTold(told);
      if (told.kind === "finished") settle(resolve);
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
