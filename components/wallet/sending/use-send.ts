'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { problemOf } from '@/components/ask/problem';
import { hurryEvent } from '@/components/wallet/hurry';
import { askWithKey } from '@/components/wallet/link-key/ask-with-key';
import type { SendClaimBody } from '@/lib/claims/schema';

/** `away`: it may have been taken. `changed`: the page, read again, says how it stands. */
export type SendTrouble = 'away' | 'changed' | 'refused' | 'unavailable' | 'short' | 'often' | 'incomplete';
export type Sending = { at: 'idle' | 'asking' | 'taken' } | { at: 'trouble'; kind: SendTrouble };

const kinds: Readonly<Record<string, SendTrouble>> = {
  unreachable: 'away',
  chain_unavailable: 'unavailable',
  relay_unavailable: 'unavailable',
  awaiting_funds: 'short',
  rate_limited: 'often',
  key_signature_needed: 'incomplete',
  address_refused: 'refused',
  recipient_blocked: 'refused',
  wrong_recipient: 'refused',
};

/** Has the portal send the payout to an address, once for each press. What became of it the page itself shows. */
export function useSend(token: string): { sending: Sending; send: (body: SendClaimBody) => Promise<void> } {
  const router = useRouter();
  const underWay = useRef(false);
  const [sending, setSending] = useState<Sending>({ at: 'idle' });
  const send = async (body: SendClaimBody) => {
    if (underWay.current) return;
    underWay.current = true;
    setSending({ at: 'asking' });
    const reply = await askWithKey(`/api/v1/claims/${token}/send`, body, window.location.hash);
    underWay.current = false;
    setSending(reply?.ok ? { at: 'taken' } : { at: 'trouble', kind: kinds[problemOf(reply).code] ?? 'changed' });
    dispatchEvent(new Event(hurryEvent));
    router.refresh();
  };
  return { sending, send };
}
