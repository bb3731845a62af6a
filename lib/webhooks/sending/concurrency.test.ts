import { expect, test } from 'vitest';
import { type Concurrency, createConcurrency } from './concurrency';

/** As a worker does: asks for room, then starts what it claimed. */
const start = (concurrency: Concurrency, ...endpointIds: string[]) =>
  concurrency.enter({ endpointIds, given: concurrency.room(), cut: false });

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
  expect(concurrency.leave('a', true)).toBe(true);
});

test('a lease that the room in all cut short may have left more waiting for each endpoint', () => {
  const concurrency = createConcurrency(3);
  start(concurrency, 'b');
  concurrency.enter({ endpointIds: ['a'], given: concurrency.room(), cut: true });
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
