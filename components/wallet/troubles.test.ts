import { expect, test } from 'vitest';
import type { TroubleKind } from './attempt';
import { troubleOf } from './troubles';

const nothingSent: TroubleKind[] = ['rejected', 'wallet_busy', 'wallet_error', 'short_of_fee', 'lapsed', 'unreachable'];
const refusals: TroubleKind[] = ['chain_unavailable', 'rate_limited', 'awaiting_funds', 'link_expired', 'internal'];

test('every trouble says whether money moved', () => {
  for (const kind of [...nothingSent, ...refusals])
    expect(troubleOf(kind).words).toContain('Nothing has left the vault');
  for (const kind of ['already_paid', 'transfer_in_progress'] as const) expect(troubleOf(kind).next).toBe('look');
});

test('a call that may be stale is never offered again as it is', () => {
  for (const kind of ['lapsed', 'unreachable', 'chain_unavailable', 'internal'] as const) {
    expect(troubleOf(kind).next).toBe('prepare');
  }
});
