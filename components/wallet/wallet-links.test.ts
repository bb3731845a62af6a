import { expect, test } from 'vitest';
import { walletLinks } from './wallet-links';

test('the secret address of the page passes through no web server on its way into a wallet', () => {
  const links = walletLinks('https://pay.example/p/secret');
  for (const { href } of links) expect(new URL(href).protocol).not.toMatch(/^https?:$/);
  expect(links.map((link) => link.href)).toEqual([
    'metamask://dapp/pay.example/p/secret',
    'trust://open_url?coin_id=60&url=https%3A%2F%2Fpay.example%2Fp%2Fsecret',
    'cbwallet://dapp?url=https%3A%2F%2Fpay.example%2Fp%2Fsecret',
  ]);
});
