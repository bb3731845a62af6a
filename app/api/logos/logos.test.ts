import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as settings from '@/app/api/desk/settings/logo/route';
import * as logos from '@/app/api/logos/[hash]/route';
import { auditLines } from '@/db/schema';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { jpegOf, pngOf, webpOf } from '@/lib/merchants/testing/pictures';

const portal = testPortal();
let ann: TestPerson;
let bob: TestPerson;
beforeEach(async () => {
  ann = await addPerson(portal.db, { merchantId: (await portal.newMerchant()).merchantId });
  bob = await addPerson(portal.db, { merchantId: (await portal.newMerchant()).merchantId });
});

const as = (person: TestPerson) => TestBrowser.of(person);
const upload = async (person: TestPerson, bytes: Buffer) =>
  (await as(person)).send(settings.PUT, { method: 'PUT', body: { picture: bytes.toString('base64') } });
const uploaded = async (person: TestPerson, bytes: Buffer): Promise<string> =>
  (await (await upload(person, bytes)).json()).uploaded_logo;
const load = (url: string) => logos.GET(new Request(url), { params: Promise.resolve({ hash: url.split('/').at(-1) }) });

test('an uploaded logo is served as what it is, to be kept for ever and to run nothing', async () => {
  const bytes = pngOf(64, 64);
  const answer = await load(await uploaded(ann, bytes));
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  });
});

test('two merchants may have one picture; what one removes, the other keeps, and each change is in the audit once', async () => {
  const bytes = webpOf(32, 32);
  const url = await uploaded(ann, bytes);
  expect(await uploaded(ann, bytes)).toBe(url);
  expect(await uploaded(bob, bytes)).toBe(url);
  expect((await (await as(ann)).send(settings.DELETE, { method: 'DELETE' })).status).toBe(200);
  expect((await load(url)).status).toBe(200);
  await (await as(bob)).send(settings.DELETE, { method: 'DELETE' });
  expect((await load(url)).status).toBe(404);
  const lines = await portal.db.select().from(auditLines).where(eq(auditLines.merchantId, ann.merchantId));
  const actions = lines.map(({ action }) => action).filter((action) => action.startsWith('settings.'));
  expect(actions.toSorted()).toEqual(['settings.logo_removed', 'settings.logo_uploaded']);
});

test.each([
  ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a picture that moves', pngOf(64, 64, ['acTL'])],
  ['a narrow one', jpegOf(15, 64)],
  ['a tall one', webpOf(64, 1025)],
  ['a large one', Buffer.concat([pngOf(64, 64), Buffer.alloc(256 * 1024)])],
])('%s is refused with its field', async (_what, bytes) => {
  const answer = await upload(ann, bytes);
  expect(answer.status).toBe(422);
  expect(await answer.json()).toMatchObject({ code: 'invalid_request', field: 'picture' });
});
