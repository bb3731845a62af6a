import { z } from 'zod';
import { Refusal } from '@/lib/kernel/errors';
import { codeOfText } from '@/lib/kernel/text';
import { nameOf, optionalValues, type ParameterNames } from './parameters';
import { currencyName, userName } from './schema';

/** Taken to the letter, as it is signed: what the rule for text would have to tidy is no name. */
const exactly = (form: z.ZodType<string>) =>
  z.string().refine((text) => {
    const read = form.safeParse(text);
    return read.success && read.data === text;
  }, 'is empty, too long, or holds what cannot be seen');

const optional = exactly(codeOfText(200)).or(z.literal('')).default('');

const signedForms = z.object({
  trans_uuid: z.guid('is not a UUID'),
  user_uuid: exactly(userName),
  currency: exactly(currencyName),
  coin_amount: z.string().regex(/^[1-9]\d{0,14}$/, 'is not a whole number of coins'),
  device_id: optional,
  sdk_app_id: optional,
  sid: z.string().regex(/^[0-9a-f]{40}$/i, 'is no SHA-1'),
});

/** What a callback says in the forms that it has to have; nothing of it is proved. */
export type Callback = z.infer<typeof signedForms> & { details: Record<string, string> };

/** Made once: making a schema takes longer than all that is read by it. */
const detail = codeOfText(200);

/**
 * Reads a query by the publisher's names. A parameter that is there twice, or a value without its form, is refused before any
 * proof is looked at. Refuses: notice_unreadable.
 */
export function readCallback(search: string, names: ParameterNames): Callback {
  const query = new URLSearchParams(search);
  const one = (value: string) => {
    const name = nameOf(names, value);
    const [first, ...others] = query.getAll(name);
    if (others.length > 0) throw unreadable(`The parameter ${name} is there twice`);
    return first;
  };
  const values = Object.fromEntries(Object.keys(signedForms.shape).map((value) => [value, one(value)]));
  const read = signedForms.safeParse(values);
  if (!read.success) {
    const [issue] = read.error.issues;
    const value = String(issue?.path[0]);
    const fault = values[value] === undefined ? 'is missing' : (issue?.message ?? 'is wrong');
    throw unreadable(`The parameter ${nameOf(names, value)} ${fault}`);
  }
  const said = optionalValues.flatMap((value) => {
    const text = value in values ? undefined : one(value);
    const shown = detail.safeParse(text);
    return shown.success ? [[value, shown.data] as const] : [];
  });
  return { ...read.data, details: Object.fromEntries(said) };
}

export function unreadable(detail: string): Refusal {
  return new Refusal('notice_unreadable', { detail: `${detail}.` });
}

/** What `sid` is made over, before the token: values without anything between them. */
export function signedText({ trans_uuid, user_uuid, currency, coin_amount, device_id, sdk_app_id }: Callback): string {
  return trans_uuid + user_uuid + currency + coin_amount + device_id + sdk_app_id;
}
