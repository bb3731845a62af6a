import { expect, test } from 'vitest';
import type { SettingsAnswer } from '@/lib/merchants/schema';
import { sampleClaim } from './sample-claim';

const brand = { name: 'Acme', logo_url: null, accent_color: '#0b6e4f', support_url: null };
const terms = {
  chain: 'local',
  chain_name: 'Local chain',
  asset: 'USDT',
  decimals: 6,
  fee_kind: 'flat',
  fee_margin: null,
} as const;
const limits = { fee: '0.50', minimum: '1.00', maximum: '10000.00' };

function settings(given: Partial<typeof limits>): SettingsAnswer {
  const assets = [{ ...terms, fee_ceiling: null, ...limits, ...given }];
  return {
    ...brand,
    language: null,
    uploaded_logo: null,
    embed_origins: [],
    notice_email: null,
    test_mode: true,
    assets,
  };
}
const sample = (given: Partial<typeof limits>) => sampleClaim(settings(given), brand, '2026-12-01T12:00:00.000Z');

test.each([
  [{}, '25.00', '24.50'],
  [{ fee: '1.25' }, '25.00', '23.75'],
  [{ minimum: '100.00' }, '100.00', '99.50'],
  [{ maximum: '20.00' }, '1.00', '0.50'],
])('with %j the preview pays out what the merchant could: %s, of which %s arrive', (given, amount, net) => {
  expect(sample(given)).toMatchObject({ amount, net, merchant: brand, test_mode: true });
});

test('a merchant that pays out nothing yet has no preview', () => {
  expect(sampleClaim({ ...settings({}), assets: [] }, brand, '2026-12-01T12:00:00.000Z')).toBeNull();
});
