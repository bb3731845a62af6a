import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import { saveReadings } from '@/lib/rates/store';
import { readingAt } from '@/lib/rates/testing/reading';
import { runScript, startScript } from './testing/script';

const database = testDatabase();
beforeAll(() => {
  Object.assign(process.env, { DATABASE_URL: database.url, RPC_URL_LOCAL: 'http://127.0.0.1:1' });
});

const script = (name: string, ...given: string[]) => runScript(name, given);
/** In a process of its own. */
const started = (more: Record<string, string>, name: string, ...given: string[]) =>
  startScript({ ...process.env, ...more }, name, given);

test('an owner is invited, the audit of it verifies, and a changed line is named', { timeout: 120_000 }, async () => {
  const invited = await started({}, 'invite-owner', '--merchant', 'Acme', '--email', 'Ann@Acme.example', '--test');
  expect(invited).toMatchObject({
    code: 0,
    out: expect.stringMatching(/^Merchant mer_\w{26}\. ann@acme\.example becomes/),
  });

  // Transactions of other databases of this server hold sealing back, too.
  await expect
    .poll(async () => (await script('verify-audit')).out, { timeout: 60_000, interval: 500 })
    .toContain(': 2 sealed lines');
  const whole = await script('verify-audit', '--heads');
  const [head, last] = whole.out.split('\n');
  expect(head).toMatch(/^mer_\w{26}:2:[0-9a-f]{64}$/);
  expect([whole.code, last]).toEqual([
    0,
    'The audit is whole: 2 sealed lines of operators and 1 merchant, each in its place.',
  ]);
  expect((await script('verify-audit', head ?? '')).code).toBe(0);

  await database.sql`alter table audit_lines disable trigger user`;
  await database.sql`update audit_lines set actor_id = 'another person' where action = 'invite.sent'`;
  const broken = await script('verify-audit');
  expect(broken).toMatchObject({ code: 1, out: 'The audit is not whole: 1 fault.' });
  expect(broken.err).toMatch(/^mer_\w{26} seal 2, line \d+: its line was changed or moved$/);
});

test('the key that signs receipts is made, then rotated, and both are named', { timeout: 60_000 }, async () => {
  const first = await script('rotate-receipt-key');
  const second = await script('rotate-receipt-key');
  const kid = /^Receipts are signed with ([\w-]{43}) from now on\.$/.exec(first.out)?.[1] ?? 'none was named';
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(second.out).toContain(`${kid} signs no more; what it signed stays good`);
});

test('a relay account is made, listed, stopped and found again', { timeout: 60_000 }, async () => {
  const made = await script('relay-account', 'add', 'local');
  const [address = ''] = /^0x[0-9a-fA-F]{40}/.exec(made.out) ?? [];
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('is ready on Local chain. Send it ETH') });
  expect((await script('relay-account', 'stop', address)).code).toBe(0);
  expect((await script('relay-account', 'list')).out).toBe(
    `local  ${address}  not looked at yet  relay  0 on its way  by_operator`,
  );
  expect((await script('relay-account', 'report')).out).toBe(
    'In no block after a minute:\nnothing\nThe last 24 hours:\nnothing',
  );
});

test.each([
  ['relay-account', [], 1, /add <chain>/],
  ['relay-account', ['add', 'mars'], 1, /"mars" is no chain/],
  ['relay-account', ['stop', `0x${'1'.repeat(40)}`], 1, /There is no relay account/],
  ['invite-owner', ['--merchant', 'Acme'], 1, /--email <address>/],
  ['invite-owner', ['--merchant', 'Acme', '--email', 'x', '--wallet', 'y'], 1, /--email <address>/],
  ['invite-owner', ['--merchant', 'Acme', '--email', 'nonsense'], 1, /not an email address/],
  ['invite-owner', ['--merchant-id', 'mer_x', '--email', 'ann@acme.example'], 1, /no such merchant/],
  ['verify-audit', ['nonsense'], 2, /is no head/],
] as const)('%s %j ends with a sentence', async (name, given, code, words) => {
  expect(await script(name, ...given)).toMatchObject({ code, err: expect.stringMatching(words) });
});

test('rates are shown with the feeds they come from, and a currency without a price is a failure', {
  timeout: 60_000,
}, async () => {
  const now = new Date();
  const told = (['kraken', 'bitstamp'] as const).map((feed) => readingAt(now, feed, 'ETH', '3000.5'));
  await database.db.transaction((tx) => saveReadings(tx, told));
  const shown = await started({ RATE_FEEDS: 'kraken,bitstamp' }, 'rates');
  expect(shown.code).toBe(1);
  expect(shown.out).toMatch(/^kraken {2}not_asked_yet {2}never answered$/m);
  expect(shown.out).toMatch(/^ETH {2}3000\.50 USD$/m);
  expect(shown.out).toMatch(/^USDT {2}no price: too_few$/m);
});
