import { expect, test } from 'vitest';
import { together } from './together';

/** Runs that end when they are told to, and what each took. */
function slowRuns(lanes: number, max: number) {
  const taken: number[][] = [];
  const ends: (() => void)[] = [];
  const ask = together<number, number>(
    async (many) => {
      taken.push([...many]);
      await new Promise<void>((resolve) => ends.push(resolve));
      return many.map((one) =>
        one < 0 ? { status: 'rejected', reason: new Error('refused') } : { status: 'fulfilled', value: one * 2 },
      );
    },
    { lanes, take: (waiting) => waiting.slice(0, max) },
  );
  const endAll = async (runs: number) => {
    for (let run = 0; run < runs; run++) {
      await expect.poll(() => ends.length).toBeGreaterThan(run);
      ends[run]?.();
    }
  };
  return { taken, ask, endAll };
}

test('the first is taken at once; what comes in meanwhile is taken together, as many as a run may', async () => {
  const { taken, ask, endAll } = slowRuns(1, 3);
  const answers = Promise.all([1, 2, 3, 4, 5].map(ask));
  await endAll(3);
  expect(await answers).toEqual([2, 4, 6, 8, 10]);
  expect(taken).toEqual([[1], [2, 3, 4], [5]]);
});

test('as many runs as there are lanes are on their way at the same time', async () => {
  const { taken, ask, endAll } = slowRuns(2, 10);
  const answers = Promise.all([1, 2, 3].map(ask));
  expect(taken).toEqual([[1], [2]]);
  await endAll(3);
  expect(await answers).toEqual([2, 4, 6]);
});

test('one that is refused fails alone, and a run that breaks fails each that it took and none after it', async () => {
  const { ask, endAll } = slowRuns(1, 10);
  const answers = Promise.allSettled([1, -1, 2].map(ask));
  await endAll(2);
  expect((await answers).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);

  const runs = [
    () => Promise.reject(new Error('broken')),
    () => Promise.resolve([{ status: 'fulfilled' as const, value: 0 }]),
  ].values();
  const broken = together<number, number>(() => runs.next().value?.() ?? expect.unreachable(), {
    lanes: 1,
    take: (waiting) => waiting.slice(0, 1),
  });
  const after = await Promise.allSettled([broken(1), broken(2)]);
  expect(after.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
});
