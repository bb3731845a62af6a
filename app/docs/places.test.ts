import { describe, expect, test } from 'vitest';
import { openapiDocument } from '@/app/api/v1/document';
import { problemCodes } from '@/lib/http/base/error-advice';
import { operationAddress } from './addresses';
import { operationsByTag } from './operations';
import { allPlaces, findPlaces } from './places';

const calls = operationsByTag(openapiDocument()).flatMap(({ tag, operations }) =>
  operations.map((listed) => ({ ...listed, address: operationAddress(tag, listed.operation.operationId) })),
);
const addressesOf = async (text: string) => (await findPlaces(text)).map(({ address }) => address);

describe('what a search of the reference finds', () => {
  test('is each call, by its name, its title, and its method and address', async () => {
    for (const { address, method, path, operation } of calls) {
      expect(await addressesOf(operation.operationId)).toContain(address);
      expect(await addressesOf(operation.summary)).toContain(address);
      expect(await addressesOf(`${method} ${path}`)).toContain(address);
    }
  });

  test('is each problem code first, when it is written whole', async () => {
    for (const code of problemCodes) expect((await addressesOf(code))[0]).toBe(`/docs/errors#${code}`);
  });

  test('is a field, a chapter of the guide, and a system whose programs work here', async () => {
    expect(await addressesOf('recipient.address')).toContain('/docs/payouts/createPayout');
    expect((await addressesOf('repeating a request'))[0]).toBe('/docs#idempotency');
    expect(await addressesOf('coindirect')).toContain('/docs/doors/coindirect');
  });

  test('has all of the words, and nothing is found of none or of nonsense', async () => {
    expect((await addressesOf('cancel payout'))[0]).toBe('/docs/payouts/cancelPayout');
    expect(await addressesOf('payout nonsense-word')).toEqual([]);
    expect(await addressesOf('  ')).toEqual([]);
  });
});

test('every place has an address of its own', async () => {
  const addresses = (await allPlaces()).map(({ address }) => address);
  expect(new Set(addresses).size).toBe(addresses.length);
});
