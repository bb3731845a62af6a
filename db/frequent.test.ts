import { expect, test } from 'vitest';
import { preparesFrequent } from './frequent';

const options = { simple: false };
const listOf = (length: number) => Array.from({ length }, (_, index) => index);

test('a statement is prepared from the tenth time on, with what else was asked of it, and one without parameters never', () => {
  const prepare = preparesFrequent();
  const say = (values: unknown[]) => prepare(['select $1', values, options]);
  for (let time = 1; time < 10; time++) expect(say([time])).toEqual(['select $1', [time], options]);
  expect(say([10])).toEqual(['select $1', [10], { simple: false, prepare: true }]);
  for (let time = 1; time < 20; time++) expect(prepare(['select 1', [], options])).toEqual(['select 1', [], options]);
});

test('however many lists of other lengths are asked for, there is an end to what lines keep', () => {
  const prepare = preparesFrequent();
  const isPrepared = (length: number) => {
    const [, , given] = prepare([`select ${listOf(length).map((index) => `$${index}`)}`, listOf(length), options]);
    return given !== options;
  };
  for (let length = 1; length <= 500; length++) for (let time = 1; time < 20; time++) isPrepared(length);
  expect(listOf(501).filter(isPrepared)).toHaveLength(300);
});
