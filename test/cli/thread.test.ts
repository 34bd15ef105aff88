import { afterEach, describe, expect, it } from "vitest";
import { startThread, type Thread } from "../../src/cli/thread.js";

const THREAD = new URL("../../dist/cli/thread.js", import.meta.url);
let thread: Thread<number, number> | undefined;

/** A thread that answers numbers with this expression of `n`. */
function answering(expression: string): Thread<number, number> {
  const code = `
    import { answerQuestions } from ${JSON.stringify(THREAD.href)};
    const after = (ms) => new Promise((done) => setTimeout(done, ms));
    answerQuestions(async (n) => ${expression});`;
  thread = startThread(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  return thread;
}

afterEach(() => thread?.close());

describe("a thread that is asked", () => {
  it("gives each question its own answer, whichever is ready first", async () => {
    const { ask } = answering("(await after(n), 10 * n)");
    expect(await Promise.all([60, 30, 1].map(ask))).toEqual([600, 300, 10]);
  });

  it("hands on what went wrong with one question, and answers the next", async () => {
    const { ask } = answering("{ if (n < 0) throw new RangeError('negative'); return n; }");
    await expect(ask(-1)).rejects.toThrow("negative");
    expect(await ask(2)).toBe(2);
  });

  it("tells whoever waits, and whoever asks after, that it died", async () => {
    const { ask } = answering(
      "{ setTimeout(() => { throw new Error('gone'); }); await after(9e6); }",
    );
    await expect(Promise.all([ask(1), ask(2)])).rejects.toThrow("gone");
    await expect(ask(3)).rejects.toThrow("gone");
  });
});
