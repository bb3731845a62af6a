import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes } from '@/db/vocabulary/events';
import { retryDelays } from '@/lib/webhooks/sending/retry';

const page = readFileSync('docs/webhooks.md', 'utf8');

function words(seconds: number): string {
  const count = (value: number, unit: string) => `${value} ${unit}${value === 1 ? '' : 's'}`;
  if (seconds < 60) return count(seconds, 'second');
  return seconds < 3600 ? count(seconds / 60, 'minute') : count(seconds / 3600, 'hour');
}

function short(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  return parts.flatMap(([value, unit]) => (value > 0 ? [`${value} ${unit}`] : [])).join(' ');
}

test('the retry table is the schedule that is used', () => {
  let since = 0;
  const rows = retryDelays.map((delay, index) => {
    since += delay;
    return `| ${index + 2} | ${words(delay)} | ${short(since)} |`;
  });
  expect(page).toContain(['| 1 | at once | |', ...rows, ''].join('\n'));
});

test('every event type is explained', () => {
  for (const type of eventTypes) expect(page).toContain(`| \`${type}\` |`);
});
