import { expect, test } from 'vitest';
import { policyBody } from '@/lib/access/policies/schema';
import { bodyOf, draftOf, namesRecipients, type PaidAsset } from './policy-draft';

const offered: PaidAsset[] = [
  { chain: 'base', chain_name: 'Base', asset: 'USDC' },
  { chain: 'polygon', chain_name: 'Polygon', asset: 'USDC' },
];
const wallet = `0x${'a'.repeat(40)}`;
const stored = {
  ...{ assets: [{ chain: 'base' as const, asset: 'USDC', max_payout: '5', max_day: null }] },
  ...{ recipients: ['wallet' as const], wallets: [wallet], mail_domains: [], ip_ranges: ['203.0.113.0/24'] },
  ...{ updated_at: '2026-01-01T00:00:00.000Z', updated_by: null },
};
const { updated_at: _at, updated_by: _by, ...body } = stored;

test('a form that nobody touched sends what is stored, and of a key without limits none', () => {
  expect(bodyOf(draftOf(stored, offered), offered)).toEqual(body);
  const none = { assets: null, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] };
  expect(bodyOf(draftOf(null, offered), offered)).toEqual(none);
});

test('lists may be typed with blanks, commas or line breaks, and an asset without a tick is not paid', () => {
  const typed = { ...draftOf(null, offered), mail_domains: ' a.example, b.example;\nc.example ' };
  const [first] = typed.assets;
  const sent = bodyOf(
    {
      ...typed,
      assets: [
        { pays: true, max_payout: ' ', max_day: ' 9 ' },
        { ...first, pays: false, max_payout: '', max_day: '' },
      ],
    },
    offered,
  );
  expect(sent.mail_domains).toEqual(['a.example', 'b.example', 'c.example']);
  expect(sent.assets).toEqual([{ chain: 'base', asset: 'USDC', max_payout: null, max_day: '9' }]);
  expect(policyBody.safeParse(sent).success).toBe(true);
});

test.each([
  [{ recipients: ['wallet' as const], wallets: [wallet] }, true],
  [{ recipients: ['wallet' as const, 'email' as const], wallets: [wallet], mail_domains: ['example.com'] }, true],
  [{ recipients: null, wallets: [wallet], mail_domains: ['example.com'] }, false],
  [{ recipients: ['wallet' as const, 'email' as const], wallets: [wallet] }, false],
  [{ recipients: ['email' as const], mail_domains: [] }, false],
])('of a key with %j it is said that listed recipients alone can be paid: %s', (given, isSo) => {
  expect(namesRecipients({ ...body, wallets: [], ...given })).toBe(isSo);
});
