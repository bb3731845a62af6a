import { quietly } from './proof';

/** An address with placeholders in its query, such as `https://example.com/paid?user={user_uuid}&sid={sid}`. */

/** What `sid` is made over, in this order, before the secret. */
export const signedNames = ['trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'device_id', 'sdk_app_id'] as const;
export type SignedName = (typeof signedNames)[number];

/** Without these a receiver can neither tell nor prove what it was told. */
const mandatory = ['sid', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount'];

/** adjoe's other parameters; we fill them from the payout's metadata. */
export const metadataNames = [
  ...['device_id', 'sdk_app_id', 'app_id', 'app_name', 'sdk_sub_id1', 'sdk_sub_id2', 'reward_level', 'reward_type'],
  ...['publisher_sub_id1', 'publisher_sub_id2', 'publisher_sub_id3', 'publisher_sub_id4', 'publisher_sub_id5'],
  ...['placement', 'ua_network', 'ua_channel', 'ua_subpublisher_encrypted', 'ua_subpublisher_cleartext'],
];

const own = ['event', 'payout_id', 'reference', 'status', 'version', 'sequence', 'amount', 'net', 'hash'];
const known = [...mandatory, 'sid_previous', ...metadataNames, ...own];
const isKnown = (name: string) => known.includes(name) || /^metadata\..{1,40}$/su.test(name);

const placeholder = /\{([^{}]*)\}/g;

/** A name as it was typed: saving an address may write some letters as %XX. */
function typed(name: string): string {
  return quietly(() => decodeURIComponent(name)) ?? name;
}

export function placeholdersIn(template: string): string[] {
  return [...template.matchAll(placeholder)].map(([, name = '']) => typed(name));
}

/** The template with every placeholder replaced by what `write` makes of its name; null leaves it. */
export function fillTemplate(template: string, write: (name: string) => string | null): string {
  return template.replace(placeholder, (all, name: string) => write(typed(name)) ?? all);
}

/** Which parameter of the template carries what: `?user={user_uuid}` gives user for user_uuid. */
export function parameterNames(template: string): Map<string, string> {
  const query = new URLSearchParams(template.split('#')[0]?.split('?').slice(1).join('?') ?? '');
  return new Map([...query].map(([name, value]) => [value.replace(/^\{(.*)\}$/s, '$1'), name]));
}

/** What is wrong with an address as a template, in words; nothing where it can be used. */
export function templateFaults(url: string): string[] {
  const [, before = '', query] = /^([^?#]*)\?([^#]*)$/.exec(url) ?? [];
  if (query === undefined) return ['The address needs a query with placeholders, and no fragment.'];
  if (/[{}]|%7b|%7d/i.test(before)) return ['Placeholders may stand in the query only.'];
  const names = placeholdersIn(query);
  const unknown = names.filter((name) => !isKnown(name));
  const missing = mandatory.filter((name) => !names.includes(name));
  return [
    ...unknown.map((name) => `{${name}} is no placeholder.`),
    ...missing.map((name) => `{${name}} is missing.`),
    ...(/\s/.test(query) ? ['A space is written %20.'] : []),
    ...(/[{}]/.test(query.replace(placeholder, '')) ? ['A brace stands alone.'] : []),
  ];
}
