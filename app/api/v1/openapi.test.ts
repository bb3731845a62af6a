import { expect, test } from 'vitest';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { problems } from '@/lib/kernel/errors';
import { openapiDocument } from './document';
import { GET } from './openapi.json/route';

testPortal();

const document = openapiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

function referencesIn(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === '$ref' && typeof member === 'string' ? [member] : referencesIn(member),
  );
}

function lookUp(pointer: string): unknown {
  return pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, step) => Object(value)[step], document);
}

test('the document is served without a key, as it is made', async () => {
  const answer = await call(GET);
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(document)));
  expect(document.openapi).toBe('3.1.0');
});

test('every reference in it leads somewhere', () => {
  const references = referencesIn(document);
  expect(references.length).toBeGreaterThan(20);
  for (const reference of references) expect(lookUp(reference), reference).toBeTypeOf('object');
});

test.each(operations)('$method $path names its parameters, its answers and its problems', ({ path, operation }) => {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const declared = operation.parameters.flatMap((one) => ('in' in one && one.in === 'path' ? [one] : []));
  expect(declared.map((one) => one.name)).toEqual(inPath);
  expect(declared.every((one) => one.required)).toBe(true);
  const statuses = Object.keys(operation.responses);
  const successes = statuses.filter((status) => status.startsWith('2'));
  expect(successes.join()).toMatch(/^(20[0124]|200,201)$/);
  for (const status of statuses.filter((one) => !one.startsWith('2'))) {
    const codes = operation.responses[status]?.['x-problem-codes'] ?? [];
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(problems[code][0]).toBe(Number(status));
  }
});

test('requests show what may be left out, answers show what is always there', () => {
  const { CreatePayout, Payout } = document.components.schemas;
  expect(CreatePayout?.required).toEqual(['asset', 'chain', 'recipient', 'reference']);
  expect(CreatePayout?.properties?.expires_in).toMatchObject({ type: 'integer', default: 604800, minimum: 60 });
  expect(CreatePayout?.additionalProperties).toBe(false);
  expect(Payout?.required).toContain('cancellation');
  expect(Payout?.additionalProperties).toBeUndefined();
});

test('what needs a key says which scope', () => {
  expect(document.paths['/api/v1/payouts']?.post?.security).toEqual([{ apiKey: ['payouts:write'] }]);
  expect(document.paths['/api/v1/claims/{token}']?.get?.security).toEqual([]);
});
