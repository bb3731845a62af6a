import { expect, test } from 'vitest';
import { createLanes, type Lanes } from './lanes';

/** As a worker does: asks for room, then starts what it claimed. */
const start = (lanes: Lanes, ...endpointIds: string[]) => lanes.enter(endpointIds, lanes.room());

test('an endpoint has room for so many attempts at a time', () => {
  const lanes = createLanes(3);
  start(lanes, 'a', 'a');
  expect(lanes.room()).toEqual(new Map([['a', 1]]));
  start(lanes, 'a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
});

test('an endpoint that does not answer gets one attempt at a time until it answers', () => {
  const lanes = createLanes(3);
  start(lanes, 'a');
  lanes.leave('a', false);
  expect(lanes.room()).toEqual(new Map([['a', 1]]));
  start(lanes, 'a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
  lanes.leave('a', true);
  start(lanes);
  expect(lanes.room()).toEqual(new Map());
});

test('an endpoint that filled its room may have more waiting, until a claim leaves some of it', () => {
  const lanes = createLanes(2);
  start(lanes, 'a', 'a');
  expect(lanes.leave('a', true)).toBe(true);
  expect(lanes.leave('a', true)).toBe(true);
  start(lanes, 'a');
  expect(lanes.leave('a', true)).toBe(false);
});

test('what was claimed before others left says nothing about the room that they gave back', () => {
  const lanes = createLanes(2);
  start(lanes, 'a', 'a');
  lanes.leave('a', true);
  const given = lanes.room();
  lanes.leave('a', true);
  lanes.enter(['a'], given);
  expect(lanes.leave('a', true)).toBe(true);
});

test('endpoints do not share a lane, and one with nothing under way is forgotten', () => {
  const lanes = createLanes(2);
  start(lanes, 'a', 'b');
  expect(lanes.leave('a', true)).toBe(false);
  expect(lanes.room()).toEqual(new Map([['b', 1]]));
});

test('an endpoint begins with little room and gets more with every answer, up to all of it', () => {
  const lanes = createLanes(4, 2);
  start(lanes, 'a', 'a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
  lanes.leave('a', true);
  expect(lanes.room()).toEqual(new Map([['a', 2]]));
  start(lanes, 'a', 'a');
  for (const _ of [1, 2, 3]) lanes.leave('a', true);
  expect(lanes.room()).toEqual(new Map([['a', 4]]));
  start(lanes, 'a');
  lanes.leave('a', false);
  start(lanes, 'a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
});
