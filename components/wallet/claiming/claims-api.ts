import { ask } from '@/components/ask/ask';
import { type Problem, problemOf } from '@/components/ask/problem';
import type { ClaimAnswer, ClaimBody, ReportTransferBody } from '@/lib/claims/schema';

/** A refusal by the portal, or `unreachable` when it could not be asked. */
export type Refused = Pick<Problem, 'code' | 'detail'>;

export type Prepared = {
  answer: ClaimAnswer;
  /** For how long the call stays valid, by the portal's clock: the reader's own may be wrong. */
  lifetimeMs: number;
};

/** Goes out although the page is closed right after. */
function post<T>(path: string, body: ClaimBody | ReportTransferBody) {
  return ask<T>(path, { method: 'POST', body, keepalive: true });
}

/** Where the link has a key of its own, that key names the address first: what it signs is told by the first answer. */
async function askForCall(token: string, address: string) {
  const path = `/api/v1/claims/${token}`;
  const reply = await post<ClaimAnswer>(path, { address });
  if (reply?.ok) return reply;
  const { code, facts } = problemOf(reply);
  if (code !== 'key_signature_needed') return reply;
  const { nameByKey } = await import('@/components/wallet/link-key/name-by-key');
  const named = await nameByKey(window.location.hash, facts ?? {}, address);
  return named ? post<ClaimAnswer>(path, { address, key_signature: named }) : reply;
}

/** Asks for the call that pays this claim to `address`. */
export async function prepareClaim(token: string, address: string): Promise<Prepared | Refused> {
  const reply = await askForCall(token, address);
  if (!reply?.ok) {
    const { code, detail } = problemOf(reply);
    return { code, detail: code === 'unreachable' ? '' : detail };
  }
  const sentAt = Date.parse(reply.headers.get('date') ?? '') || Date.now();
  return { answer: reply.data, lifetimeMs: Date.parse(reply.data.expires_at) - sentAt };
}

/** Tells the portal where to look. Only a courtesy: it watches the chain anyway, so failing here loses nothing. */
export async function reportTransfer(token: string, hash: string, tries = 3): Promise<void> {
  const reply = await post(`/api/v1/claims/${token}/transfers`, { hash });
  if ((reply && reply.status < 500) || tries <= 1) return;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return reportTransfer(token, hash, tries - 1);
}
