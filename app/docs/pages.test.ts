import { text } from 'node:stream/consumers';
import { createElement, type ReactNode } from 'react';
import { prerenderToNodeStream } from 'react-dom/static';
import { beforeAll, describe, expect, test } from 'vitest';
import { openapiDocument } from '@/app/api/v1/document';
import OperationPage from './[subject]/[operation]/page';
import SubjectPage from './[subject]/page';
import { operationAddress, subjectAddress } from './addresses';
import DoorPage from './doors/[door]/page';
import { doorPages } from './doors/pages';
import ErrorsPage from './errors/page';
import { operationsByTag } from './operations';
import Index from './page';
import { allPlaces } from './places';

/** A page is at most 150 KB, and is sent twice: as it is seen and as it comes alive. */
const maxBytes = 75_000;

const subjects = operationsByTag(openapiDocument());
const calls = subjects.flatMap(({ tag, operations }) => operations.map((listed) => ({ tag, ...listed })));

const pages = new Map<string, string>();
const keep = async (address: string, page: ReactNode) =>
  pages.set(address, await text((await prerenderToNodeStream(page)).prelude));
const given = <T>(facts: T) => ({ params: Promise.resolve(facts) });
const slugOf = (tag: string) => tag.toLowerCase();

beforeAll(async () => {
  await keep('/docs', createElement(Index));
  await keep('/docs/errors', createElement(ErrorsPage));
  for (const { name } of doorPages) await keep(`/docs/doors/${name}`, await DoorPage(given({ door: name })));
  for (const { tag } of subjects) await keep(subjectAddress(tag), await SubjectPage(given({ subject: slugOf(tag) })));
  for (const { tag, operation } of calls) {
    const facts = { subject: slugOf(tag), operation: operation.operationId };
    await keep(operationAddress(tag, operation.operationId), await OperationPage(given(facts)));
  }
});

const idsOf = (html: string) => new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
const linksOf = (html: string) => [...html.matchAll(/<a [^>]*href="(\/docs[^"]*)"/g)].map(([, link = '']) => link);
const isDead = (link: string) => {
  const { pathname, hash } = new URL(link, 'http://portal.test');
  const page = pages.get(pathname);
  return page === undefined || (hash !== '' && !idsOf(page).has(decodeURIComponent(hash.slice(1))));
};

describe('the pages of the reference', () => {
  test('are small', () => {
    const heavy = [...pages].filter(([, html]) => Buffer.byteLength(html) > maxBytes).map(([address]) => address);
    expect(heavy).toEqual([]);
  });

  test('lead to pages and places that are there, and so does what a search finds', async () => {
    const dead = [...pages].flatMap(([address, html]) =>
      linksOf(html)
        .filter(isDead)
        .map((link) => [address, link]),
    );
    expect(dead).toEqual([]);
    expect((await allPlaces()).map(({ address }) => address).filter(isDead)).toEqual([]);
  });

  test('are all reached from the first one, which has each call and each subject where links of old look for them', () => {
    const index = pages.get('/docs') ?? '';
    const reached = new Set(linksOf(index).map((link) => link.split('#')[0]));
    expect([...pages.keys()].filter((address) => !reached.has(address))).toEqual([]);
    const wanted = [
      ...calls.map(({ operation }) => operation.operationId),
      ...subjects.map(({ tag }) => `tag-${tag}`),
      ...[
        'quick-start',
        'authentication',
        'sdk',
        'idempotency',
        'errors',
        'rate-limits',
        'pages',
        'receiving',
        'doors',
      ],
    ];
    expect(wanted.filter((place) => !idsOf(index).has(place))).toEqual([]);
  });

  test('show each call with its samples, and mark in their contents where the reader is', () => {
    for (const { tag, path, operation } of calls) {
      const address = operationAddress(tag, operation.operationId);
      const html = pages.get(address) ?? '';
      expect(html).toContain(path);
      for (const language of ['curl', 'TypeScript']) expect(html).toContain(`<span>${language}</span>`);
      expect(html).toContain(`href="${address}" aria-current="page"`);
    }
  });
});
