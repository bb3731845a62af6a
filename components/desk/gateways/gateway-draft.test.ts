import { expect, test } from 'vitest';
import { createGatewayBody } from '@/lib/gateways/schema';
import { bodyOf, draftFaults, emptyDraft, usualCrypto } from './gateway-draft';

const offered = [
  { chain: 'bsc', chain_name: 'BNB Smart Chain', asset: 'USDT' },
  { chain: 'base', chain_name: 'Base', asset: 'USDC' },
] as const;
const draft = {
  ...{ url: 'https://pay.example.com/ ', username: 'admin', password: 'admin', apiKey: 'a key of wallets' },
  ...{ callbackSecret: '', cryptos: { 'bsc:USDT': ' BNB-USDT ', 'base:USDC': '' } },
};

test('a form becomes what the API takes: without slashes at the end, and only what it is to pay', () => {
  const body = bodyOf(draft, offered);
  expect(createGatewayBody.parse(body)).toEqual(body);
  expect(body).toMatchObject({
    url: 'https://pay.example.com',
    assets: [{ chain: 'bsc', asset: 'USDT', crypto: 'BNB-USDT' }],
  });
  expect(body).not.toHaveProperty('callback_secret');
  expect(draftFaults(draft, offered).size).toBe(0);
});

test('an empty form is told at every field what is missing', () => {
  expect([...draftFaults(emptyDraft, offered).keys()].toSorted()).toEqual([
    'api_key',
    'assets',
    'password',
    'username',
  ]);
});

test('the usual name of a currency is offered where the server has one', () => {
  expect(offered.map(usualCrypto)).toEqual(['BNB-USDT', '']);
});
