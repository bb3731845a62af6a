import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary';
import { targets } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { dialectRules } from './registry';

/** The same facts in other tongues: ours, which standard and s2s speak too, then Coindirect, Nitro, Dex3 and SHKeeper. */
const table = [
  ['awaiting_approval', 'PENDING', 'pending', 'created', 'IN_PROGRESS'],
  ['pending', 'PENDING', 'pending', 'created', 'IN_PROGRESS'],
  ['processing', 'PROCESSING', 'pending', 'received', 'IN_PROGRESS'],
  ['completed', 'COMPLETE', 'completed', 'completed', 'SUCCESS'],
  ['failed', 'CANCELLED', 'failed', 'failed', 'FAIL'],
  ['cancelled', 'CANCELLED', 'failed', 'failed', 'FAIL'],
  ['expired', 'CANCELLED', 'failed', 'expired', 'FAIL'],
] as const;

test.each(table)('%s is %s to Coindirect, %s to Nitro, %s to Dex3, %s to SHKeeper', (...words) => {
  const [status, inCoindirect, inNitro, inDex3, inShkeeper] = words;
  const event = sampleEvent({ status });
  const { standard, coindirect, nitro, dex3, s2s, shkeeper } = dialectRules;
  expect(JSON.parse(standard.render(event, targets.standard).body).data.status).toBe(status);
  expect(JSON.parse(coindirect.render(event, targets.coindirect).body).data.status).toBe(inCoindirect);
  expect(JSON.parse(nitro.render(event, targets.nitro).body).status).toBe(inNitro);
  expect(JSON.parse(dex3.render(event, targets.dex3).body).status).toBe(inDex3);
  expect(JSON.parse(shkeeper.render(event, targets.shkeeper).body).status).toBe(inShkeeper);
  expect(new URL(s2s.render(event, targets.s2s).url).searchParams.get('status')).toBe(status);
});

test('the table has every status', () => {
  expect(table.map(([status]) => status)).toEqual(payoutStatuses);
});
