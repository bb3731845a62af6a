import { type APIRequestContext, expect, test } from '@playwright/test';

/** The pages of the reference, as links lead from one to the next. */
const maxBytes = 150 * 1024;

type DocPage = { address: string; status: number; html: string };

const idsOf = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const linksOf = ({ address, html }: DocPage) =>
  [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href = '']) => new URL(href, `http://docs.test${address}`));
const isOfReference = ({ host, pathname }: URL) => host === 'docs.test' && /^\/docs(\/|$)/.test(pathname);

async function readAll(request: APIRequestContext): Promise<Map<string, DocPage>> {
  const pages = new Map<string, DocPage>();
  const open = ['/docs'];
  for (let address = open.pop(); address; address = open.pop()) {
    const answer = await request.get(address);
    const page = { address, status: answer.status(), html: await answer.text() };
    pages.set(address, page);
    const next = linksOf(page).filter(isOfReference);
    open.push(...new Set(next.map(({ pathname }) => pathname).filter((one) => !pages.has(one) && !open.includes(one))));
  }
  return pages;
}

test('the pages of the reference are small, made once, whole, and have every call', async ({ request }) => {
  const pages = await readAll(request);
  const each = [...pages.values()];
  expect(each.filter(({ status }) => status !== 200)).toEqual([]);
  expect(each.filter(({ html }) => Buffer.byteLength(html) > maxBytes).map(({ address }) => address)).toEqual([]);
  const dead = each.flatMap((page) =>
    linksOf(page)
      .filter((link) => isOfReference(link) && link.hash !== '')
      .filter(({ pathname, hash }) => !idsOf(pages.get(pathname)?.html ?? '').has(decodeURIComponent(hash.slice(1))))
      .map(({ pathname, hash }) => `${page.address} leads to ${pathname}${hash}`),
  );
  expect(dead).toEqual([]);
  const { paths, tags } = await (await request.get('/api/v1/openapi.json')).json();
  const calls = Object.values(Object(paths)).flatMap((methods) => Object.values(Object(methods)));
  const names = calls.map((call) => String(Object(call).operationId));
  const contents = idsOf(pages.get('/docs')?.html ?? '');
  const wanted = [...names, ...tags.map(({ name }: { name: string }) => `tag-${name}`)];
  expect(wanted.filter((name) => !contents.has(name))).toEqual([]);
  expect(names.filter((name) => !each.some(({ address }) => address.endsWith(`/${name}`)))).toEqual([]);
  const again = await Promise.all(
    each.map(async ({ address, html }) => (await (await request.get(address)).text()) === html),
  );
  expect(again.every(Boolean)).toBe(true);
});

test('what is no page of the reference is none', async ({ request }) => {
  for (const address of [
    '/docs/nothing',
    '/docs/payouts/nothing',
    '/docs/orders/createPayout',
    '/docs/doors/nothing',
  ]) {
    expect([address, (await request.get(address)).status()]).toEqual([address, 404]);
  }
});
