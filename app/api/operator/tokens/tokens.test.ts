import { afterAll, expect, test } from 'vitest';
import * as forPrograms from '@/app/api/v1/operator/tokens/route';
import { addedTokens } from '@/db/schema';
import { findToken, learnTokens } from '@/lib/chains/registry';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { createOperatorKey } from '@/lib/operators/keys';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import * as agree from './[id]/agree/route';
import * as place from './[id]/route';

const portal = testPortal();
afterAll(() => learnTokens([]));

const token = `0x${'ab'.repeat(20)}`;
const params = { id: `sepolia:${token}` };

async function propose(proposerId: string, symbol: string): Promise<void> {
  await portal.db.insert(addedTokens).values({
    ...{ chain: 'sepolia', token, symbol, name: 'Look-alike', decimals: 6, status: 'waiting' },
    ...{ findings: ['look_alike'], resembles: 'USDC', proposerKind: 'operator', proposerId, createdAt: new Date() },
  });
}

const codeOf = async (answer: Response) => (await answer.json()).code;

test('a second operator agrees over HTTP, once and after a fresh proof; the first one may only take it back', async () => {
  const [ann, ben] = [await addOperator(portal.db), await addOperator(portal.db)];
  const [first, second] = [await TestBrowser.of(ann), await TestBrowser.of(ben)];
  const stale = await TestBrowser.of(await addOperator(portal.db, { steppedUp: false }));
  const support = await TestBrowser.of(await addOperator(portal.db, { role: 'support' }));
  const ask = (browser: TestBrowser) => browser.send(agree.POST, { method: 'POST', params });
  await propose(ann.userId, 'USDC2');
  expect((await first.send(place.DELETE, { method: 'DELETE', params })).status).toBe(204);
  expect(await codeOf(await ask(second))).toBe('not_found');
  await propose(ann.userId, 'USDC2');
  expect(await codeOf(await ask(stale))).toBe('step_up_required');
  expect(await codeOf(await ask(support))).toBe('forbidden');
  expect(await codeOf(await ask(first))).toBe('token_own');
  expect(await (await ask(second)).json()).toMatchObject({ status: 'listed', agreed_by: ben.userId });
  expect(await codeOf(await ask(second))).toBe('not_found');
  expect(findToken('sepolia', 'USDC2')).toMatchObject({ decimals: 6 });
  expect(await (await support.send(forPrograms.GET)).json()).toMatchObject({
    data: [{ symbol: 'USDC2', status: 'listed' }],
  });
});

test('programs of operators add tokens with a key of that scope; a merchant’s key and another scope do not', async () => {
  const ctx = operatorContext(portal.db, await addOperator(portal.db));
  const { key } = await createOperatorKey(ctx, { name: 'Platform', scopes: ['tokens:write'] });
  const { key: reader } = await createOperatorKey(ctx, { name: 'Reader', scopes: ['installation:read'] });
  const { apiKey } = await portal.newMerchant();
  const add = (withKey: string) =>
    call(forPrograms.POST, { method: 'POST', apiKey: withKey, body: { chain: 'base', address: '0xAb' } });
  expect(await codeOf(await add(key))).toBe('invalid_request');
  expect(await codeOf(await add(reader))).toBe('forbidden');
  expect((await add(apiKey)).status).toBeGreaterThanOrEqual(401);
  expect((await call(forPrograms.GET, { apiKey: reader })).status).toBe(200);
  expect(await codeOf(await call(forPrograms.GET, { apiKey: key }))).toBe('forbidden');
});
