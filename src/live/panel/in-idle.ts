/// <reference lib="dom" />

/** Milliseconds of work between two pauses where the browser does not say when it is idle. */
const SLICE = 12;

/** Takes a computation to its end in the page's idle time, so that reading and scrolling never wait. */
export function inIdle<T>(steps: Generator<undefined, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const slice = (isOver: () => boolean): void => {
      try {
        do {
          const step = steps.next();
          if (step.done) {
            resolve(step.value);
            return;
          }
        } while (!isOver());
        next();
      } catch (error) {
        reject(error as Error);
      }
    };
    const next = (): void => {
      if ("requestIdleCallback" in globalThis) {
        requestIdleCallback((deadline) => slice(() => deadline.timeRemaining() < 1), {
          timeout: 500,
        });
      } else {
        const start = performance.now();
        setTimeout(() => slice(() => performance.now() - start > SLICE), 0);
      }
    };
    next();
  });
}
