import { expect, test } from 'vitest';
import { contentPolicy } from './content-policy';

const facts = { nonce: 'abc', embedOrigins: [], walletConnect: false, development: false };
const directive = (policy: string, name: string) =>
  policy
    .split('; ')
    .find((one) => one.startsWith(`${name} `))
    ?.slice(name.length + 1);

test('a page runs only scripts with its nonce and speaks only to the portal', () => {
  const policy = contentPolicy(facts);
  expect(directive(policy, 'script-src')).toBe("'self' 'nonce-abc' 'strict-dynamic'");
  expect(directive(policy, 'connect-src')).toBe("'self'");
  expect(directive(policy, 'object-src')).toBe("'none'");
  expect(directive(policy, 'base-uri')).toBe("'none'");
});

test('no page may be shown in a frame unless an origin is listed', () => {
  expect(directive(contentPolicy(facts), 'frame-ancestors')).toBe("'none'");
  const listed = contentPolicy({ ...facts, embedOrigins: ['https://shop.example', 'http://localhost:4000'] });
  expect(directive(listed, 'frame-ancestors')).toBe('https://shop.example http://localhost:4000');
});

test.each(['https://a.example; script-src *', '*', "'self'", 'https://*', 'https://a.example/x', 'javascript:x', ''])(
  'an entry that is no origin (%s) is left out',
  (entry) => {
    expect(directive(contentPolicy({ ...facts, embedOrigins: [entry] }), 'frame-ancestors')).toBe("'none'");
  },
);

test('the relay of WalletConnect is reachable only where it is offered', () => {
  expect(contentPolicy(facts)).not.toContain('walletconnect');
  expect(directive(contentPolicy({ ...facts, walletConnect: true }), 'connect-src')).toContain(
    'wss://*.walletconnect.org',
  );
});
