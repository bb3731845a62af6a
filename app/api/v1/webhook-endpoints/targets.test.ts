import { expect, test } from 'vitest';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { refusedTargets } from '@/lib/webhooks/testing/refused-targets';
import * as endpoints from './route';

const portal = testPortal();
// A text with NUL is refused in every field before the guard sees it.
const spellings = refusedTargets.filter((url) => !url.includes('\0'));

test('no address of the table becomes an endpoint, in any spelling, and the answer says why', async () => {
  const { apiKey } = await portal.newMerchant({ requestsPerMinute: 2000 });
  const answers: unknown[] = [];
  for (const url of spellings) {
    const answer = await call(endpoints.POST, { method: 'POST', apiKey, body: { url } });
    const { code, field } = await answer.json();
    answers.push([url, answer.status, code, field]);
  }
  expect(answers).toEqual(spellings.map((url) => [url, 422, 'target_refused', 'url']));
  expect(await (await call(endpoints.GET, { apiKey })).json()).toEqual({ data: [] });
});
