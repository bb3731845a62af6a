import type { Attempt } from './attempt';

type AttemptFacts = { sent?: string; inDoubt?: true };

/** By link: the step may be taken off the page and put back, by news or after a fault, and must not forget this. */
const kept = new Map<string, AttemptFacts>();
/** By hash, all that this page has sent; starting again forgets none of it. */
const own = new Map<string, { token: string; atMs: number }>();

/** What the page begins with: what it sent itself is still sent. */
export function firstAttempt(token: string): Attempt {
  const hash = kept.get(token)?.sent;
  return hash ? { at: 'sent', hash } : { at: 'preparing' };
}

/** Who sent this hash, as far as this page knows: itself, each time apart, or another page, which counts once however often. */
export function senderOf(token: string, hash: string): string {
  return own.get(hash.toLowerCase())?.token === token ? hash : 'another page';
}

/** How long ago this page sent it, in milliseconds; 0 where it did not. */
export function sentAgoMs(hash: string): number {
  const sent = own.get(hash.toLowerCase());
  return sent ? performance.now() - sent.atMs : 0;
}

/** Whether a wallet was asked for this link from this page and nobody knows what became of it. */
export function isInDoubt(token: string): boolean {
  return kept.get(token)?.inDoubt ?? false;
}

/** The wallet is asked now: until it answers, it may have sent. */
export function keepDoubt(token: string): void {
  kept.set(token, { ...kept.get(token), inDoubt: true });
}

/** What became of this is for the network to show. */
export function keepSent(token: string, hash: string): void {
  kept.set(token, { sent: hash });
  own.set(hash.toLowerCase(), { token, atMs: performance.now() });
}

/** It came to nothing, or the reader starts again. */
export function forgetSent(token: string): void {
  const { sent: _sent, ...rest } = kept.get(token) ?? {};
  kept.set(token, rest);
}

/** The wallet said no, and nothing else was open there. */
export function endDoubt(token: string): void {
  kept.delete(token);
}
