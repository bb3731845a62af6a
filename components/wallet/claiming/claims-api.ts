import { ask } from '@/components/ask/ask';
import { type Problem, problemOf } from '@/components/ask/problem';
import { askWithKey } from '@/components/wallet/link-key/ask-with-key';
import type { ClaimAnswer } from '@/lib/claims/schema';

/** A refusal by the portal, or `unreachable` when it could not be asked. */
export type Refused = Pick<Problem, 'code' | 'detail'>;

export type Prepared = {
  answer: ClaimAnswer;
  /** For how long the call stays valid, by the portal's clock: the reader's own may be wrong. */
  lifetimeMs: number;
};

/** Asks for the call that pays this claim to `address`. */
export async function prepareClaim(token: string, address: string): Promise<Prepared | Refused> {
  const reply = await askWithKey<ClaimAnswer>(`/api/v1/claims/${token}`, { address }, window.location.hash);
  if (!reply?.ok) {
    const { code, detail } = problemOf(reply);
    return { code, detail: code === 'unreachable' ? '' : detail };
  }
  const sentAt = Date.parse(reply.headers.get('date') ?? '') || Date.now();
  return { answer: reply.data, lifetimeMs: Date.parse(reply.data.expires_at) - sentAt };
}

/** Tells the portal where to look. Only a courtesy: it watches the chain anyway, so failing here loses nothing. */
export async function reportTransfer(token: string, hash: string, tries = 3): Promise<void> {
  const reply = await ask(`/api/v1/claims/${token}/transfers`, { method: 'POST', body: { hash }, keepalive: true });
  if ((reply && reply.status < 500) || tries <= 1) return;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return reportTransfer(token, hash, tries - 1);
}
