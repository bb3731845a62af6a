type Waiting<In, Out> = { one: In; resolve: (answer: Out) => void; reject: (reason: unknown) => void };

/**
 * Does for many at once what each asks for alone: what comes in while `lanes` runs are on their way is taken together by the next
 * one, at once and without a pause. `take` chooses what a run does out of all that waits, the first one always; `work` settles
 * each of them by itself, in the same order.
 */
export function together<In, Out>(
  work: (many: readonly In[]) => Promise<PromiseSettledResult<Out>[]>,
  { lanes, take }: { lanes: number; take: (waiting: readonly In[]) => readonly In[] },
): (one: In) => Promise<Out> {
  let waiting: Waiting<In, Out>[] = [];
  let running = 0;

  async function run(taken: readonly Waiting<In, Out>[]): Promise<void> {
    const results = await work(taken.map(({ one }) => one)).catch((reason: unknown) =>
      taken.map(() => ({ status: 'rejected' as const, reason })),
    );
    for (const [index, { resolve, reject }] of taken.entries()) {
      const result = results[index];
      if (result?.status === 'fulfilled') resolve(result.value);
      else reject(result?.reason ?? new Error('A run said nothing of what it took'));
    }
  }

  async function lane(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      const chosen = new Set(take(waiting.map(({ one }) => one)));
      const taken = waiting.filter(({ one }) => chosen.has(one));
      waiting = waiting.filter(({ one }) => !chosen.has(one));
      await run(taken);
    }
    running -= 1;
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (running < lanes) void lane();
    });
}
