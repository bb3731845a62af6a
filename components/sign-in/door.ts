import type { ProblemCode } from '@/lib/kernel/errors';

/** Why it did not work: a problem's code, or `unreachable` when the portal could not be asked. */
export type Refused = {
  code: ProblemCode | 'unreachable';
  detail: string;
  field?: string;
  triesLeft?: number;
  waitSeconds?: number;
};
export type Answered<T> = { ok: true; value: T } | { ok: false; refused: Refused };

const unreachable: Refused = { code: 'unreachable', detail: '' };

async function refusalOf(response: Response): Promise<Refused> {
  const body = await response.json().catch(() => ({}));
  const wait = Number(response.headers.get('retry-after'));
  return {
    code: body.code ?? 'internal',
    detail: body.detail ?? '',
    ...(typeof body.field === 'string' && { field: body.field }),
    ...(typeof body.tries_left === 'number' && { triesLeft: body.tries_left }),
    ...(wait > 0 && { waitSeconds: wait }),
  };
}

async function post<T>(path: string, body: object, read: (body: Record<string, unknown>) => T): Promise<Answered<T>> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) return { ok: false, refused: await refusalOf(response) };
    return { ok: true, value: read(response.status === 204 ? {} : await response.json()) };
  } catch {
    return { ok: false, refused: unreachable };
  }
}

/** Has a code mailed; nobody learns here whether the address is known. */
export function askForCode(email: string): Promise<Answered<void>> {
  return post('/api/sign-in/code', { email }, () => {});
}

/** The text that this wallet is to sign. */
export function askForMessage(address: string, chainId: number | undefined): Promise<Answered<string>> {
  const body = { address, ...(chainId && { chain_id: chainId }) };
  return post('/api/sign-in/wallet-message', body, ({ message }) => String(message));
}

export type Proof = { by: 'wallet'; message: string; signature: string } | { by: 'code'; email: string; code: string };

/** Brings a proof to the door. On success the browser holds the session's cookie. */
export async function bring({ by, ...proof }: Proof): Promise<Answered<void>> {
  const token = await fetch('/api/auth/csrf').then(
    (response) => response.json(),
    () => null,
  );
  if (typeof token?.csrfToken !== 'string') return { ok: false, refused: unreachable };
  const answer = await post(`/api/auth/callback/${by}`, { csrfToken: token.csrfToken, ...proof }, ({ url }) =>
    String(url),
  );
  if (!answer.ok) return answer;
  // next-auth answers a stale token with the address of its own page.
  const stale = answer.value.includes('csrf=true');
  return stale ? { ok: false, refused: { code: 'proof_expired', detail: '' } } : { ok: true, value: undefined };
}
