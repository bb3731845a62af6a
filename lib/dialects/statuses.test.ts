import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { targets } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { dialectRules } from './registry';

/** The same facts in other tongues: ours, which standard and s2s speak too, then Coindirect, Nitro, Dex3, SHKeeper and the order flow. */
const table = [
  ['awaiting_approval', 'PENDING', 'pending', 'created', 'IN_PROGRESS', 'pending', 'releasable'],
  ['pending', 'PENDING', 'pending', 'created', 'IN_PROGRESS', 'pending', 'releasable'],
  ['processing', 'PROCESSING', 'pending', 'received', 'IN_PROGRESS', 'processing', 'releasing'],
  ['completed', 'COMPLETE', 'completed', 'completed', 'SUCCESS', 'completed', 'released'],
  ['failed', 'CANCELLED', 'failed', 'failed', 'FAIL', 'failed', 'failed'],
  ['cancelled', 'CANCELLED', 'failed', 'failed', 'FAIL', 'cancelled', 'funded'],
  ['expired', 'CANCELLED', 'failed', 'expired', 'FAIL', 'cancelled', 'funded'],
] as const;

test.each(table)(
  '%s is %s to Coindirect, %s to Nitro, %s to Dex3, %s to SHKeeper, %s and %s to the order flow',
  (...words) => {
    const [status, inCoindirect, inNitro, inDex3, inShkeeper, inFlow, escrowState] = words;
    const event = sampleEvent({ status });
    const { standard, coindirect, nitro, dex3, s2s, shkeeper, order_flow } = dialectRules;
    expect(JSON.parse(standard.render(event, targets.standard).body).data.status).toBe(status);
    expect(JSON.parse(coindirect.render(event, targets.coindirect).body).data.status).toBe(inCoindirect);
    expect(JSON.parse(nitro.render(event, targets.nitro).body).status).toBe(inNitro);
    expect(JSON.parse(dex3.render(event, targets.dex3).body).status).toBe(inDex3);
    expect(JSON.parse(shkeeper.render(event, targets.shkeeper).body).status).toBe(inShkeeper);
    const { data } = JSON.parse(order_flow.render(event, targets.order_flow).body);
    expect([data.status, data.escrowState]).toEqual([inFlow, escrowState]);
    expect(new URL(s2s.render(event, targets.s2s).url).searchParams.get('status')).toBe(status);
  },
);

test('the table has every status', () => {
  expect(table.map(([status]) => status)).toEqual(payoutStatuses);
});
