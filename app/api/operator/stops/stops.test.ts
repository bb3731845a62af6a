import { expect, test } from 'vitest';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { addOperator } from '@/lib/operators/testing/operators';
import * as lift from './[id]/lift/route';
import * as stops from './route';

const portal = testPortal();

async function ask(browser: TestBrowser, handler: (typeof stops)['POST'], more: object) {
  const answer = await browser.send(handler, { method: 'POST', ...more });
  return { status: answer.status, body: await answer.json() };
}

test('an operator who has just proved who they are stops and lifts over HTTP; without the proof nothing changes', async () => {
  const body = { scope: 'chain', chain: 'local', reason: 'A drill' };
  const stale = await TestBrowser.of(await addOperator(portal.db, { steppedUp: false }));
  expect(await ask(stale, stops.POST, { body })).toMatchObject({ status: 403, body: { code: 'step_up_required' } });
  const operator = await TestBrowser.of(await addOperator(portal.db, { role: 'support' }));
  const made = await ask(operator, stops.POST, { body });
  expect(made).toMatchObject({ status: 201, body: { scope: 'chain', value: 'local', lifted: null } });
  expect(await ask(operator, stops.POST, { body })).toMatchObject({ status: 409, body: { code: 'stop_state' } });
  const { id } = made.body;
  expect(await (await operator.send(stops.GET, {})).json()).toMatchObject({ data: [{ id, reason: 'A drill' }] });
  const lifted = await ask(operator, lift.POST, { params: { id }, body: { reason: 'Over' } });
  expect(lifted).toMatchObject({ status: 200, body: { id, lifted: { reason: 'Over' } } });
});

test('support lifts what it stopped itself, and leaves to an admin what an admin stopped', async () => {
  const admin = await TestBrowser.of(await addOperator(portal.db));
  const support = await TestBrowser.of(await addOperator(portal.db, { role: 'support' }));
  const stopRail = (rail: string) => ({ body: { scope: 'rail', rail, reason: 'A leak' } });
  const [theirs, own] = [
    await ask(admin, stops.POST, stopRail('contract')),
    await ask(support, stops.POST, stopRail('wallet')),
  ];
  const over = (id: string) => ({ params: { id }, body: { reason: 'Over' } });
  const refused = await ask(support, lift.POST, over(theirs.body.id));
  expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(await (await admin.send(stops.GET, {})).json()).toMatchObject({
    data: [{ lifted: null }, { lifted: null }, {}],
  });
  expect(await ask(support, lift.POST, over(own.body.id))).toMatchObject({ status: 200 });
  expect(await ask(admin, lift.POST, over(theirs.body.id))).toMatchObject({ status: 200 });
});
