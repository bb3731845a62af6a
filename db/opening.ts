import type postgres from 'postgres';

type Line = { queue: { push(line: Line): unknown; remove(line: Line): unknown } };
type Run = () => void;

/**
 * How a transaction begins: what only reads travels with its BEGIN, everything else waits until the server has begun it. So
 * the answer to BEGIN costs no trip of its own, and nothing is ever written outside of a transaction, also where BEGIN fails.
 */
export class Opening {
  readonly #held: Run[] = [];
  readonly #answered = Promise.withResolvers<void>();
  #isAnswered = false;

  constructor() {
    this.#answered.promise.catch(() => {});
  }

  /** Settles with the server's answer to BEGIN. */
  get answered(): Promise<void> {
    return this.#answered.promise;
  }

  /** Has a statement said in its turn; `refuse` is told where the transaction never begins. */
  say(text: string, run: Run, refuse: (error: unknown) => void): void {
    if (this.#isAnswered || (this.#held.length === 0 && onlyReads(text))) {
      run();
      return;
    }
    this.#held.push(run);
    this.#answered.promise.catch(refuse);
  }

  /** Stands in for the driver's BEGIN: its `execute` settles once that is on its way, not once it is answered. */
  begin(unsafe: (...args: unknown[]) => unknown, [text, values, options]: unknown[]) {
    const { promise: onItsWay, resolve, reject } = Promise.withResolvers<void>();
    const { onexecute } = Object(options);
    const whenSaid = (line: Line) => {
      onexecute(line);
      const own = line.queue;
      // The driver counts a line as full until BEGIN is answered, and says nothing more to it: here it is said.
      queueMicrotask(() => {
        line.queue.remove(line);
        own.push(line);
        line.queue = own;
        resolve();
      });
    };
    const query: postgres.PendingQuery<never[]> = Object(
      unsafe(text, values, { ...Object(options), onexecute: whenSaid }),
    );
    const execute = () => {
      query.then(
        () => this.#begun(),
        (error: unknown) => {
          reject(error);
          this.#answered.reject(error);
        },
      );
      return onItsWay;
    };
    return { execute };
  }

  #begun(): void {
    this.#isAnswered = true;
    for (const run of this.#held.splice(0)) run();
    this.#answered.resolve();
  }
}

/** What begins with `select` changes nothing that outlives its statement here: locks end with it, and next values may be left out. */
function onlyReads(text: string): boolean {
  return /^\s*select\b/i.test(text);
}
