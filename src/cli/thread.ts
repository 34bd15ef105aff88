import { parentPort, Worker } from "node:worker_threads";

/** A thread that answers questions, several at a time and in any order. */
export interface Thread<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

interface Asked<Question> {
  readonly number: number;
  readonly question: Question;
}

type Answered<Answer> = { readonly number: number } & (
  { readonly answer: Answer } | { readonly failure: unknown }
);

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (failure: Error) => void;
}

/**
 * Starts a thread.
 *
 * @param file calls `answerQuestions`
 */
export function startThread<Question, Answer>(file: URL): Thread<Question, Answer> {
  const worker = new Worker(file);
  const waiting = new Map<number, Waiting<Answer>>();
  let died: Error | undefined;
  let count = 0;
  worker.on("message", (message: Answered<Answer>) => {
    const { resolve, reject } = waiting.get(message.number)!;
    waiting.delete(message.number);
    if ("answer" in message) resolve(message.answer);
    else reject(asError(message.failure));
  });
  // A death is told to whoever waits and asks next; without this listener it would end the process.
  worker.on("error", (error) => {
    died = asError(error);
    for (const { reject } of waiting.values()) reject(died);
    waiting.clear();
  });
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        if (died) return reject(died);
        waiting.set(++count, { resolve, reject });
        worker.postMessage({ number: count, question } satisfies Asked<Question>);
      }),
    close: async () => void (await worker.terminate()),
  };
}

/** Answers what this thread is asked, by whoever started it. */
export function answerQuestions<Question, Answer>(
  answerTo: (question: Question) => Promise<Answer>,
): void {
  parentPort!.on("message", ({ number, question }: Asked<Question>) => {
    const reply = (message: Answered<Answer>): void => parentPort!.postMessage(message);
    answerTo(question).then(
      (answer) => reply({ number, answer }),
      (failure: unknown) => reply({ number, failure }),
    );
  });
}

function asError(failure: unknown): Error {
  return failure instanceof Error ? failure : new Error(String(failure));
}
