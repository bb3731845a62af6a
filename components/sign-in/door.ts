import { ask } from '@/components/ask/ask';
import { type Problem, problemOf, unreachable } from '@/components/ask/problem';
import type { PasskeyProof } from '@/lib/access/passkey-schema';
import type { BusinessBody } from '@/lib/merchants/schema';

/** Why it did not work. */
export type Refused = Pick<Problem, 'code' | 'detail' | 'field' | 'waitSeconds'> & { triesLeft?: number };
export type Answered<T> = { ok: true; value: T } | { ok: false; refused: Refused };

function refusalOf({ code, detail, field, facts, waitSeconds }: Problem): Refused {
  const left = facts?.tries_left;
  return { code, detail, field, waitSeconds, ...(typeof left === 'number' && { triesLeft: left }) };
}

async function post<T>(path: string, body: object, read: (body: Record<string, unknown>) => T): Promise<Answered<T>> {
  const reply = await ask<Record<string, unknown> | undefined>(path, { method: 'POST', body });
  if (!reply?.ok) return { ok: false, refused: refusalOf(problemOf(reply)) };
  return { ok: true, value: read(reply.data ?? {}) };
}

/** Has a code mailed; nobody learns here whether the address is known. */
export function askForCode(email: string, operatorLink?: string): Promise<Answered<void>> {
  return post('/api/sign-in/code', { email, ...(operatorLink && { operator_link: operatorLink }) }, () => {});
}

/** The text that this wallet is to sign. */
export function askForMessage(address: string, chainId: number | undefined): Promise<Answered<string>> {
  const body = { address, ...(chainId && { chain_id: chainId }) };
  return post('/api/sign-in/wallet-message', body, ({ message }) => String(message));
}

/** What a passkey is to sign; it names nobody. */
export function askForPasskey(): Promise<Answered<unknown>> {
  return post('/api/sign-in/passkey-challenge', {}, (offer) => offer);
}

export type Proof =
  | { by: 'wallet'; message: string; signature: string }
  | { by: 'code'; email: string; code: string }
  | ({ by: 'passkey' } & PasskeyProof);

/** Makes a business with the person who is signed in as its owner. */
export function createBusiness(body: BusinessBody): Promise<Answered<void>> {
  return post('/api/sign-in/business', body, () => {});
}

/** Ends the session of this browser. */
export async function leave(): Promise<void> {
  const reply = await ask<{ csrfToken?: unknown } | null>('/api/auth/csrf');
  const csrfToken = reply?.ok ? reply.data?.csrfToken : null;
  await post('/api/auth/signout', { csrfToken }, () => {});
}

/** Brings a proof to the door. On success the browser holds the session's cookie. */
export async function bring({ by, ...proof }: Proof, operatorLink?: string): Promise<Answered<void>> {
  const reply = await ask<{ csrfToken?: unknown } | null>('/api/auth/csrf');
  const csrfToken = reply?.ok ? reply.data?.csrfToken : null;
  if (typeof csrfToken !== 'string') return { ok: false, refused: unreachable };
  const body = { csrfToken, ...proof, ...(operatorLink && { operator_link: operatorLink }) };
  const answer = await post(`/api/auth/callback/${by}`, body, ({ url }) => String(url));
  if (!answer.ok) return answer;
  // next-auth answers a stale token with the address of its own page.
  const stale = answer.value.includes('csrf=true');
  return stale ? { ok: false, refused: { code: 'proof_expired', detail: '' } } : { ok: true, value: undefined };
}
