import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary';
import { targets } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { dialectRules } from './registry';

/** The same facts in other tongues: ours, which standard and s2s speak too, then Coindirect, Nitro and Dex3. */
const table = [
  ['awaiting_approval', 'PENDING', 'pending', 'created'],
  ['pending', 'PENDING', 'pending', 'created'],
  ['processing', 'PROCESSING', 'pending', 'received'],
  ['completed', 'COMPLETE', 'completed', 'completed'],
  ['failed', 'CANCELLED', 'failed', 'failed'],
  ['cancelled', 'CANCELLED', 'failed', 'failed'],
  ['expired', 'CANCELLED', 'failed', 'expired'],
] as const;

test.each(table)('%s is %s to Coindirect, %s to Nitro, %s to Dex3', (status, inCoindirect, inNitro, inDex3) => {
  const event = sampleEvent({ status });
  const { standard, coindirect, nitro, dex3, s2s } = dialectRules;
  expect(JSON.parse(standard.render(event, targets.standard).body).data.status).toBe(status);
  expect(JSON.parse(coindirect.render(event, targets.coindirect).body).data.status).toBe(inCoindirect);
  expect(JSON.parse(nitro.render(event, targets.nitro).body).status).toBe(inNitro);
  expect(JSON.parse(dex3.render(event, targets.dex3).body).status).toBe(inDex3);
  expect(new URL(s2s.render(event, targets.s2s).url).searchParams.get('status')).toBe(status);
});

test('the table has every status', () => {
  expect(table.map(([status]) => status)).toEqual(payoutStatuses);
});
