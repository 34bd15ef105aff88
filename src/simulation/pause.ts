/** Lets messages, signals and timers in: in Node.js within microseconds, in a browser within milliseconds. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    if ("setImmediate" in globalThis) setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
