import { once } from 'node:events';
import { expect, test } from 'vitest';
import { runAsKnown } from './run-as-known';

test('what becomes known later runs, too, each once and until the signal', async () => {
  const stopping = new AbortController();
  const [known, began, ended]: string[][] = [['first'], [], []];
  const run = async (one: string) => {
    began?.push(one);
    await once(stopping.signal, 'abort');
    ended?.push(one);
  };
  const done = runAsKnown(() => known ?? [], run, stopping.signal, 5);
  await expect.poll(() => began).toEqual(['first']);
  known?.push('second');
  await expect.poll(() => began).toEqual(['first', 'second']);
  stopping.abort();
  await done;
  expect(ended?.toSorted()).toEqual(['first', 'second']);
});

test('one that fails ends the whole, so that the process can end', async () => {
  const fails = async () => {
    throw new Error('no database');
  };
  await expect(runAsKnown(() => ['one'], fails, new AbortController().signal, 5)).rejects.toThrow('no database');
});
