import { expect, test } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { freezeReasons } from '@/db/vocabulary/orders';
import { runClock, withoutReasons, withReason } from './run-clock';

const start = Date.UTC(2026, 0, 31, 12);

/** The same numbers for the same seed (mulberry32), below a bound. */
function numbersOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Reasons come and go at odd milliseconds; answers what the clock says at the end, and how long it ran in all. */
function walk(seed: number) {
  const number = numbersOf(seed);
  const graceSeconds = number(30 * 86_400);
  const fixed = { deliveredAt: new Date(start), held: 1n, resolvedAt: null, graceSeconds };
  let clock = runClock(
    { ...fixed, autoReleaseAt: null, frozenSince: null, frozenFor: [], remainingMs: null },
    new Date(start),
  );
  let [at, ran] = [start, 0];
  for (let step = 0; step < 40; step++) {
    const passed = number(2 * 86_400_000);
    ran += clock.frozenFor.length === 0 ? passed : 0;
    at += passed;
    const reason = freezeReasons[number(freezeReasons.length)] ?? 'on_hold';
    const frozenFor = number(4) === 0 ? withReason(clock.frozenFor, reason) : withoutReasons(clock.frozenFor, reason);
    clock = runClock({ ...fixed, ...clock, frozenFor }, new Date(at));
  }
  return { clock, at, left: graceSeconds * 1000 - ran };
}

test('however often a clock stops and goes on, it has what was left, to the millisecond', () => {
  const walks = Array.from({ length: byDepth({ quick: 500, deep: 50_000 }) }, (_, seed) => walk(seed));
  const running = walks.filter(({ clock }) => clock.frozenFor.length === 0);
  const stopped = walks.filter(({ clock }) => clock.frozenFor.length > 0);
  expect(Math.min(running.length, stopped.length)).toBeGreaterThan(20);
  for (const { clock, at, left } of running) {
    // One that stopped after its time was over goes on with nothing left.
    expect(Math.max(clock.autoReleaseAt?.getTime() ?? 0, at)).toBe(at + Math.max(0, left));
  }
  for (const { clock, left } of stopped) {
    expect(clock.autoReleaseAt).toBeNull();
    expect(clock.remainingMs).toBe(Math.max(0, left));
  }
});

test.each([
  ['is not delivered', { deliveredAt: null }],
  ['holds nothing', { held: 0n }],
  ['was in dispute and is resolved', { resolvedAt: new Date(start) }],
])('an order that %s is not released by itself', (_what, facts) => {
  const order = { deliveredAt: new Date(start), held: 1n, resolvedAt: null, graceSeconds: 60, ...facts };
  const clock = { autoReleaseAt: null, frozenSince: null, frozenFor: [], remainingMs: null };
  expect(runClock({ ...order, ...clock }, new Date(start)).autoReleaseAt).toBeNull();
});
