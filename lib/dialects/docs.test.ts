import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { type Dialect, dialects } from '@/db/vocabulary/webhooks';
import { signed } from '@/lib/dialects/testing/signed';
import { sampleEvent } from '@/lib/webhooks/events/samples';
import { dialectRules } from './registry';
import { metadataNames, placeholdersIn, templateFaults } from './s2s-template';

const page = readFileSync('docs/webhook-dialects.md', 'utf8');
const secretOf = {
  standard: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  coindirect: '',
  nitro: '',
  dex3: '',
  s2s: '',
  shkeeper: '',
  order_flow: '',
};

/** What the page has under the heading of a dialect. */
function section(dialect: Dialect): string {
  const text = new RegExp(`\\n## \`${dialect}\`\\n([\\s\\S]*?)(?=\\n## |$)`).exec(page)?.[1];
  if (!text) throw new Error(`docs/webhook-dialects.md has no section of ${dialect}`);
  return text;
}

function block(dialect: Dialect, language: string): string {
  const text = new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(section(dialect))?.[1];
  if (!text) throw new Error(`The section of ${dialect} has no ${language}`);
  return text;
}

/** The same JSON without spaces between its parts, every number and text as it stands. */
const onOneLine = (json: string) =>
  json.replace(/("(?:\\.|[^"\\])*")|\s+/g, (_all, text: string | undefined) => text ?? '');

const event = { ...sampleEvent({ event: 'payout.completed' }), sequence: 812, test: false };
const secret = (dialect: Dialect) => secretOf[dialect] || 'a-secret-of-this-page';
const target = (dialect: Dialect) =>
  dialect === 's2s' ? block('s2s', 'template').trim() : 'https://example.com/webhooks';

function made(dialect: Dialect) {
  const rules = dialectRules[dialect];
  const facts = { id: event.id, at: event.createdAt, merchantId: event.merchantId };
  return rules.sign(rules.render(event, target(dialect)), { signing: 'hmac', secrets: [secret(dialect)] }, facts);
}

test.each(['standard', 'coindirect', 'nitro', 'dex3', 'shkeeper', 'order_flow'] as const)(
  'the sample of %s is what is sent, to the byte',
  (dialect) => {
    const { headers, body } = made(dialect);
    expect(onOneLine(block(dialect, 'json'))).toBe(body);
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    expect(block(dialect, 'http')).toBe(`${['POST /webhooks HTTP/1.1', 'host: example.com', ...lines].join('\n')}\n`);
  },
);

test('the sample of s2s is what is sent, from the template above it', () => {
  expect(templateFaults(target('s2s'))).toEqual([]);
  const { pathname, search, host } = new URL(made('s2s').url);
  expect(block('s2s', 'http')).toBe(`GET ${pathname}${search} HTTP/1.1\nhost: ${host}\n`);
});

test('the samples verify with the secrets that the page names', () => {
  const facts = { now: event.createdAt, merchantId: event.merchantId };
  for (const dialect of ['standard', 'coindirect', 'nitro', 'dex3', 'shkeeper', 'order_flow'] as const) {
    expect(dialectRules[dialect].verify(made(dialect), secret(dialect), facts)).toBe(true);
    expect(section(dialect)).toContain(`\`${secret(dialect)}\``);
  }
  expect(section('s2s')).toContain(`\`${secret('s2s')}\``);
});

test('the table of states is what is told', () => {
  const wordOf = (dialect: Dialect, status: (typeof payoutStatuses)[number]) => {
    const { body } = signed(dialect, sampleEvent({ status }), [dialectRules[dialect].newSecret('hmac')]);
    const said = JSON.parse(body);
    return said.data?.status ?? said.status;
  };
  for (const status of payoutStatuses) {
    const words = (['coindirect', 'nitro', 'dex3', 'shkeeper', 'order_flow'] as const).map(
      (dialect) => `\`${wordOf(dialect, status)}\``,
    );
    expect(page).toContain(`| ${[`\`${status}\``, ...words].join(' | ')} |`);
  }
});

test('the events that each dialect gets unasked are named', () => {
  for (const dialect of dialects) {
    const { defaultEvents } = dialectRules[dialect];
    const words = defaultEvents.includes('*') ? 'all' : defaultEvents.map((type) => `\`${type}\``).join(', ');
    expect(page).toMatch(new RegExp(`\\| \`${dialect}\` \\|.*\\| ${words} \\|`));
  }
});

test('every placeholder is explained', () => {
  const text = section('s2s');
  for (const name of metadataNames) expect(text).toContain(`\`{${name}}\``);
  for (const name of placeholdersIn(text)) expect(templateFaults(`${target('s2s')}&x={${name}}`)).toEqual([]);
});
