import { expect, test } from 'vitest';
import { createLanes } from './lanes';

test('an endpoint has room for so many attempts at a time', () => {
  const lanes = createLanes(3);
  lanes.enter('a');
  lanes.enter('a');
  expect(lanes.room()).toEqual(new Map([['a', 1]]));
  lanes.enter('a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
});

test('an endpoint that does not answer gets one attempt at a time until it answers', () => {
  const lanes = createLanes(3);
  lanes.enter('a');
  lanes.leave('a', false);
  expect(lanes.room()).toEqual(new Map([['a', 1]]));
  lanes.enter('a');
  expect(lanes.room()).toEqual(new Map([['a', 0]]));
  lanes.leave('a', true);
  expect(lanes.room()).toEqual(new Map());
});

test('leaving a full lane says that more may have waited, and leaving another does not', () => {
  const lanes = createLanes(2);
  lanes.enter('a');
  lanes.enter('a');
  expect(lanes.leave('a', true)).toBe(true);
  expect(lanes.leave('a', true)).toBe(false);
});

test('endpoints do not share a lane', () => {
  const lanes = createLanes(1);
  lanes.enter('a');
  lanes.leave('a', false);
  lanes.enter('b');
  expect(lanes.room()).toEqual(
    new Map([
      ['a', 1],
      ['b', 0],
    ]),
  );
});
