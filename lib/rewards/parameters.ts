import { metadataNames } from '@/lib/dialects/s2s-template';

/** What adjoe sends, under its own names: what is signed, the proof, and what else it can tell. https://docs.adjoe.io */
export const requiredValues = ['sid', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount'] as const;
export const optionalValues = metadataNames;
export const valueNames: readonly string[] = [...requiredValues, ...optionalValues];

/** What a template asks for where nothing else is wished: what is not there cannot be checked. */
const usual = [
  ...['sid', 'trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'device_id', 'sdk_app_id'],
  ...['app_id', 'app_name', 'reward_level', 'reward_type'],
];

export type ParameterNames = Readonly<Record<string, string>>;

/** The parameter that carries a value: the publisher's name for it, or else the value's own. */
export const nameOf = (names: ParameterNames, value: string) => names[value] ?? value;

/** What is wrong with a publisher's names; null where each parameter carries one value. */
export function faultOfNames(names: ParameterNames): string | null {
  const unknown = Object.keys(names).find((value) => !valueNames.includes(value));
  if (unknown !== undefined) return `"${unknown}" is nothing that adjoe sends`;
  const used = valueNames.map((value) => nameOf(names, value));
  const twice = used.find((name, index) => used.indexOf(name) !== index);
  return twice === undefined ? null : `two values would be in the parameter "${twice}"`;
}

/** The address with adjoe's placeholders, to paste into its dashboard. */
export function templateOf(url: string, names: ParameterNames): string {
  const shown = valueNames.filter((value) => usual.includes(value) || value in names);
  return `${url}?${shown.map((value) => `${encodeURIComponent(nameOf(names, value))}={${value}}`).join('&')}`;
}
