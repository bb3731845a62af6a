import type { ClaimAnswer, ClaimBody, ReportTransferBody } from '@/lib/claims/schema';
import type { ProblemCode } from '@/lib/kernel/errors';

/** A refusal by the portal, or `unreachable` when it could not be asked. */
export type Refused = { code: ProblemCode | 'unreachable'; detail: string };

export type Prepared = {
  answer: ClaimAnswer;
  /** For how long the call stays valid, by the portal's clock: the reader's own may be wrong. */
  lifetimeMs: number;
};

function send(path: string, body: ClaimBody | ReportTransferBody): Promise<Response> {
  return fetch(path, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    // Goes out although the page is closed right after.
    keepalive: true,
  });
}

/** Asks for the call that pays this claim to `address`. */
export async function prepareClaim(token: string, address: string): Promise<Prepared | Refused> {
  try {
    const response = await send(`/api/v1/claims/${token}`, { address });
    const body = await response.json();
    if (!response.ok) return { code: body.code ?? 'internal', detail: body.detail ?? '' };
    const answer: ClaimAnswer = body;
    const sentAt = Date.parse(response.headers.get('date') ?? '') || Date.now();
    return { answer, lifetimeMs: Date.parse(answer.expires_at) - sentAt };
  } catch {
    return { code: 'unreachable', detail: '' };
  }
}

/** Tells the portal where to look. Only a courtesy: it watches the chain anyway, so failing here loses nothing. */
export async function reportTransfer(token: string, hash: string, tries = 3): Promise<void> {
  const answered = await send(`/api/v1/claims/${token}/transfers`, { hash }).then(
    (response) => response.status < 500,
    () => false,
  );
  if (answered || tries <= 1) return;
  await new Promise((resolve) => setTimeout(resolve, 2000));
  return reportTransfer(token, hash, tries - 1);
}
