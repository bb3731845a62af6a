import { expect, test } from 'vitest';
import { type Concurrency, createConcurrency } from './concurrency';

/** As a worker does: asks for room, then starts what it claimed. */
const start = (concurrency: Concurrency, ...endpointIds: string[]) => {
  concurrency.enter({ endpointIds, given: concurrency.room(), cut: false });
  for (const endpointId of endpointIds) concurrency.begin(endpointId);
};

test('an endpoint has room for so many attempts at a time', () => {
  const concurrency = createConcurrency(3);
  start(concurrency, 'a', 'a');
  expect(concurrency.room()).toEqual(new Map([['a', 1]]));
  start(concurrency, 'a');
  expect(concurrency.room()).toEqual(new Map([['a', 0]]));
});

test('an endpoint that does not answer gets one attempt at a time until it answers', () => {
  const concurrency = createConcurrency(3);
  start(concurrency, 'a');
  concurrency.leave('a', false);
  expect(concurrency.room()).toEqual(new Map([['a', 1]]));
  start(concurrency, 'a');
  expect(concurrency.room()).toEqual(new Map([['a', 0]]));
  concurrency.leave('a', true);
  start(concurrency);
  expect(concurrency.room()).toEqual(new Map());
});

test('an endpoint that filled its room may have more waiting, until a claim leaves some of it', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'a');
  expect(concurrency.leave('a', true)).toBe(true);
  expect(concurrency.leave('a', true)).toBe(true);
  start(concurrency, 'a');
  expect(concurrency.leave('a', true)).toBe(false);
});

test('what was claimed before others left says nothing about the room that they gave back', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'a');
  concurrency.leave('a', true);
  const given = concurrency.room();
  concurrency.leave('a', true);
  concurrency.enter({ endpointIds: ['a'], given, cut: false });
  concurrency.begin('a');
  expect(concurrency.leave('a', true)).toBe(true);
});

test('a lease that the room in all cut short may have left more waiting for each endpoint', () => {
  const concurrency = createConcurrency(3);
  start(concurrency, 'b');
  concurrency.enter({ endpointIds: ['a'], given: concurrency.room(), cut: true });
  concurrency.begin('a');
  expect(concurrency.leave('a', true)).toBe(true);
  expect(concurrency.leave('b', true)).toBe(true);
});

test('a place that came free while a lease was under way asks for another lease', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'a');
  const given = concurrency.room();
  concurrency.leave('a', true);
  expect(concurrency.enter({ endpointIds: [], given, cut: false })).toBe(true);
  expect(concurrency.enter({ endpointIds: [], given: concurrency.room(), cut: false })).toBe(false);
});

test('an endpoint whose room is full asks for no other lease', () => {
  const concurrency = createConcurrency(2);
  const given = concurrency.room();
  expect(concurrency.enter({ endpointIds: ['a', 'a'], given, cut: true })).toBe(false);
});

test('endpoints do not share a lane, and one with nothing under way is forgotten', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'b');
  expect(concurrency.leave('a', true)).toBe(false);
  expect(concurrency.room()).toEqual(new Map([['b', 1]]));
});

test('an endpoint begins with little room and gets more with every answer, up to all of it', () => {
  const concurrency = createConcurrency(4, 2);
  start(concurrency, 'a', 'a');
  expect(concurrency.room()).toEqual(new Map([['a', 0]]));
  concurrency.leave('a', true);
  expect(concurrency.room()).toEqual(new Map([['a', 2]]));
  start(concurrency, 'a', 'a');
  for (const _ of [1, 2, 3]) concurrency.leave('a', true);
  expect(concurrency.room()).toEqual(new Map([['a', 4]]));
  start(concurrency, 'a');
  concurrency.leave('a', false);
  start(concurrency, 'a');
  expect(concurrency.room()).toEqual(new Map([['a', 0]]));
});

test('an endpoint at full width that answers quickly has more leased ahead, as much as it takes in a quarter of a second', () => {
  const concurrency = createConcurrency(4);
  start(concurrency, 'a', 'a', 'a', 'a');
  concurrency.leave('a', true, 100);
  expect(concurrency.room().get('a')).toBe(4 + 10 - 3);
  expect(concurrency.ahead()).toBe(10);
  concurrency.leave('a', true, 1);
  expect(concurrency.room().get('a')).toBe(4 + 128 - 2);
  concurrency.leave('a', true, 2_000);
  expect([concurrency.room().get('a'), concurrency.ahead()]).toEqual([3, 0]);
});

test('what is leased ahead begins only as places come free, and asks for more when half of it is begun', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'a');
  concurrency.leave('a', true, 125);
  concurrency.enter({ endpointIds: Array(5).fill('a'), given: concurrency.room(), cut: false });
  expect([concurrency.begin('a'), concurrency.begin('a')]).toEqual([true, false]);
  const begunAndAsked = Array.from({ length: 3 }, () => [concurrency.leave('a', true, 125), concurrency.begin('a')]);
  expect(begunAndAsked).toEqual([
    [false, true],
    [false, true],
    [true, true],
  ]);
});

test('what is given back unsent makes room again, and none is leased ahead until the endpoint answers', () => {
  const concurrency = createConcurrency(2);
  start(concurrency, 'a', 'a');
  concurrency.leave('a', true, 50);
  concurrency.enter({ endpointIds: Array(5).fill('a'), given: concurrency.room(), cut: false });
  concurrency.giveBack('a', 5);
  expect(concurrency.room().get('a')).toBe(1);
  expect(concurrency.leave('a', false)).toBe(true);
});
