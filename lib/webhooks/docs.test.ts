import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '@/db/processes';
import { eventTypes } from '@/db/vocabulary';
import { standard } from './dialects/standard';
import { retryDelays } from './retry';
import { createSender } from './send';
import { newSigningSecret } from './sign';

const page = readFileSync('docs/webhooks.md', 'utf8');
const secret = newSigningSecret();
const event = {
  id: 'ev_06e2m5k3v7q8w9x0y1z2a3b4c5',
  type: 'payout.completed',
  createdAt: new Date('2026-01-31T12:00:00Z'),
  data: { id: 'po_1', version: 5, description: 'Rückzahlung ✓' },
} as const;
const body = standard.render(event);
let directory: string;

beforeAll(() => {
  mkdirSync('.tmp', { recursive: true });
  directory = mkdtempSync(path.join('.tmp', 'webhook-samples-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Writes the sample that names itself in its first line to a file of that name. */
function sample(name: string): string {
  const code = new RegExp(`\`\`\`js\n(// ${name}\n[\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (!code) throw new Error(`docs/webhooks.md has no sample ${name}`);
  const file = path.resolve(directory, name);
  writeFileSync(file, code);
  return file;
}

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

test('the receiver of the page takes what we send and refuses what we did not', async () => {
  const port = await freePort();
  const env = { ...process.env, WEBHOOK_SECRET: secret, PORT: String(port) };
  const receiver: ChildProcess = spawn(process.execPath, [sample('receive.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: receiver.stdout ?? process.stdin })[Symbol.asyncIterator]();
  const rules = { allowedPrivateHosts: [`127.0.0.1:${port}`], resolve: async () => [] };
  const sender = createSender({ rules, timeoutMs: 10_000 });
  try {
    expect((await lines.next()).value).toBe('ready');
    const url = `http://127.0.0.1:${port}/`;
    const headers = standard.sign(secret, event, body, new Date());
    expect(await sender.post(url, headers, `${body} `)).toMatchObject({ status: 401 });
    expect(await sender.post(url, headers, body)).toMatchObject({ status: 204 });
    expect((await lines.next()).value).toBe(`${event.id} payout.completed po_1 5`);
  } finally {
    sender.close();
    receiver.kill();
    await once(receiver, 'exit');
  }
});

test('the verification by hand of the page agrees with ours', async () => {
  const { isGenuine } = await import(sample('verify.mjs'));
  const at = new Date();
  const headers = standard.sign(secret, event, body, at);
  expect(isGenuine(secret, headers, body)).toBe(true);
  expect(isGenuine(secret, { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']}` }, body)).toBe(
    true,
  );
  expect(isGenuine(secret, headers, `${body} `)).toBe(false);
  expect(isGenuine(newSigningSecret(), headers, body)).toBe(false);
  expect(isGenuine(secret, headers, body, at.getTime() + 302_000)).toBe(false);
  expect(isGenuine(secret, {}, body)).toBe(false);
});
