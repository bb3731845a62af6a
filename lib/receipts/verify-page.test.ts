import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toEventSelector, toFunctionSelector } from 'viem';
import { expect, test } from 'vitest';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';

/** The page that checks receipts from a disk: what can be said about it without a browser. */
const page = readFileSync('public/verify-receipt.html', 'utf8');
const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.split('; ') ?? [];
const inside = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('its policy lets nothing be loaded, and only its own script and style run', () => {
  expect(policy).toEqual([
    "default-src 'none'",
    `script-src ${hashOf(inside('script'))}`,
    `style-src ${hashOf(inside('style'))}`,
    'img-src data:',
    'connect-src http: https:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
});

test('it has one script and one style, names no address to load from, and makes no markup of texts', () => {
  expect([page.match(/<script/g)?.length, page.match(/<style/g)?.length]).toEqual([1, 1]);
  expect(page.match(/\b(?:src|href)=(?!"data:,")/g)).toBeNull();
  expect(page.match(/\son\w+="|style="/g)).toBeNull();
  expect(page).not.toMatch(/innerHTML|insertAdjacentHTML|document\.write|eval\(|new Function/);
});

test('its constants are those of the contract and of the token', () => {
  const claimed = drawbridgeAbi.find((entry) => entry.type === 'event' && entry.name === 'PayoutClaimed');
  const constant = (name: string) => new RegExp(`const ${name} = '(0x\\w+)'`).exec(page)?.[1];
  expect(constant('payoutClaimed')).toBe(toEventSelector(claimed ?? expect.unreachable()));
  expect(constant('transferred')).toBe(toEventSelector('event Transfer(address,address,uint256)'));
  expect(constant('askDecimals')).toBe(toFunctionSelector('function decimals()'));
});
