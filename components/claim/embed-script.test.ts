import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';

/** The script as a merchant's page runs it, with the few things of a browser that it touches. */
const script = readFileSync(new URL('../../public/embed.js', import.meta.url), 'utf8');
const portal = 'https://pay.example';
const tab = { close: () => {} };

type Heard = { type: string; status: string; version: number };
let heard: Heard[];
let post: (message: { origin: string; source: unknown; data: unknown }) => void;
let open: (options: Record<string, unknown>) => { opened: boolean; close: () => void };

let page: Record<string, unknown> & { Drawbridge: { open: typeof open } };

beforeEach(() => {
  heard = [];
  page = {
    URL,
    location: { href: 'https://shop.example/' },
    window: { open: () => tab },
    addEventListener: (_: string, listener: typeof post) => {
      post = listener;
    },
    removeEventListener: () => {
      post = () => {};
    },
    Drawbridge: { open },
  };
  runInNewContext(script, page);
  open = page.Drawbridge.open;
});

const start = () =>
  open({ url: `${portal}/p/secret`, mode: 'tab', onStatus: (status: Heard) => heard.push({ ...status }) });
const status = (version: number, word = 'pending') => ({ type: 'drawbridge:status', status: word, version });

test('a status from the opened window and its origin is handed on', () => {
  expect(start().opened).toBe(true);
  post({ origin: portal, source: tab, data: status(1) });
  post({ origin: portal, source: tab, data: status(2, 'completed') });
  expect(heard).toEqual([status(1), status(2, 'completed')]);
});

test('another origin, another window or another kind of message is never believed', () => {
  start();
  post({ origin: 'https://evil.example', source: tab, data: status(1, 'completed') });
  post({ origin: portal, source: {}, data: status(1, 'completed') });
  post({ origin: portal, source: null, data: status(1, 'completed') });
  post({ origin: portal, source: tab, data: { ...status(1), type: 'other' } });
  post({ origin: portal, source: tab, data: null });
  post({ origin: portal, source: tab, data: 'drawbridge:status' });
  post({ origin: portal, source: tab, data: { type: 'drawbridge:status', status: 7, version: '9' } });
  expect(heard).toEqual([]);
});

test('an older or repeated version never overtakes a newer one', () => {
  start();
  post({ origin: portal, source: tab, data: status(5, 'completed') });
  post({ origin: portal, source: tab, data: status(4, 'processing') });
  post({ origin: portal, source: tab, data: status(5, 'completed') });
  expect(heard).toEqual([status(5, 'completed')]);
});

test('the frame is as high as the page in it says, within bounds, and as nobody else says', () => {
  const style = { cssText: '', height: '' };
  const frame = { style, contentWindow: {}, remove: () => {} };
  page.document = { querySelector: () => ({ append: () => {} }), createElement: () => frame };
  open({ url: `${portal}/p/secret`, container: '#payout' });
  const say = (height: unknown, origin = portal, source: unknown = frame.contentWindow) =>
    post({ origin, source, data: { type: 'drawbridge:height', height } });
  say(912);
  expect(style.height).toBe('912px');
  say(700, 'https://evil.example');
  say(700, portal, {});
  say('700');
  say(-1);
  expect(style.height).toBe('912px');
  say(1_000_000);
  expect(style.height).toBe('4000px');
  say(10);
  expect(style.height).toBe('480px');
});

test('after close nothing is heard', () => {
  start().close();
  post({ origin: portal, source: tab, data: status(1) });
  expect(heard).toEqual([]);
});

test('an address that is not of the web is refused', () => {
  expect(() => open({ url: 'javascript:alert(1)', mode: 'tab' })).toThrow('must be a web address');
});

test('the script stays small', () => {
  expect(gzipSync(script).length).toBeLessThan(3000);
});
