import { expect, test } from 'vitest';
import { eventTypes } from '@/db/vocabulary/events';
import { signatureKinds } from '@/db/vocabulary/webhooks';
import { newDraft } from './endpoint-draft';
import { newEndpointFaults } from './endpoint-faults';

const fact = { events: eventTypes, signatureKinds };
const facts = {
  standard: fact,
  coindirect: fact,
  nitro: fact,
  dex3: fact,
  s2s: fact,
  shkeeper: fact,
  order_flow: fact,
};
const draft = newDraft('standard', facts);
const faultsOf = (part: Partial<typeof draft>) =>
  Object.fromEntries(newEndpointFaults({ ...draft, url: 'https://example.com/hooks', ...part }));

test('an endpoint’s form is told all that is wrong with it at once, each at its field', () => {
  const wrong = { url: 'example.com', retryHours: '', alertEmail: 'ops', everyEvent: false, events: [] };
  const headers = [{ id: 1, name: 'Host', value: 'example.com' }];
  expect(Object.keys(faultsOf({ ...wrong, headers })).toSorted()).toEqual(
    ['events', 'headers', 'notice_email', 'retry_hours', 'url'].toSorted(),
  );
  expect(faultsOf({})).toEqual({});
});

test('an address with placeholders is told which of them it lacks', () => {
  const url = 'https://example.com/paid?user={user_uuid}&coins={coin_amount}&currency={currency}&id={trans_uuid}';
  expect(faultsOf({ dialect: 's2s', url })).toEqual({ url: '{sid} is missing.' });
  expect(faultsOf({ dialect: 's2s', url: `${url}&sid={sid}` })).toEqual({});
});

test('what only the installation can judge is left to it', () => {
  expect(faultsOf({ url: 'http://127.0.0.1:4001/hooks' })).toEqual({});
});
