'use client';
import { useRef, useState } from 'react';
import { useAccount } from 'wagmi';
import { ask } from '@/components/ask/ask';
import { problemOf } from '@/components/ask/problem';
import { signOnce } from '@/components/wallet/ask-once';
import { readWalletError } from '@/components/wallet/wallet-error';
import type { AttestationMessage } from '@/lib/attestations/schema';

/** Where the text comes from, and where its signature goes. */
export type ProofPaths = { message: string; proof: string };

export type ProofTrouble = 'declined' | 'busy' | 'unable' | 'refused' | 'unreachable' | 'expired';
export type Proving = { at: 'ready' | 'asking' | 'checking' | 'done' } | { at: 'trouble'; kind: ProofTrouble };

const ofWallet = {
  rejected: 'declined',
  wallet_busy: 'busy',
  unable: 'unable',
  short_of_fee: 'unable',
  unclear: 'unable',
} as const;

function kindOf(code: string): ProofTrouble {
  if (code === 'unreachable' || code === 'chain_unavailable' || code === 'rate_limited') return 'unreachable';
  return code === 'proof_expired' ? 'expired' : 'refused';
}

type Outcome<T> = { data: T } | { kind: ProofTrouble };

async function post<T>(path: string, body: object): Promise<Outcome<T>> {
  const reply = await ask<T>(path, { method: 'POST', body });
  return reply?.ok ? { data: reply.data } : { kind: kindOf(problemOf(reply).code) };
}

/** Has the connected wallet sign the portal's text, once for each press, and brings what it signed. */
export function useSignedProof(paths: ProofPaths, onDone: () => void): { proving: Proving; sign: () => Promise<void> } {
  const [proving, setProving] = useState<Proving>({ at: 'ready' });
  const { connector, address, chainId } = useAccount();
  const underWay = useRef(false);

  const run = async (): Promise<Proving> => {
    if (!connector || !address) return { at: 'trouble', kind: 'unable' };
    const offered = await post<AttestationMessage>(paths.message, { address, chain_id: chainId });
    if ('kind' in offered) return { at: 'trouble', kind: offered.kind };
    const { message } = offered.data;
    let signature: string;
    try {
      signature = await signOnce(connector, address, message);
    } catch (error) {
      return { at: 'trouble', kind: ofWallet[readWalletError(error)] };
    }
    setProving({ at: 'checking' });
    const taken = await post(paths.proof, { address, message, signature });
    return 'kind' in taken ? { at: 'trouble', kind: taken.kind } : { at: 'done' };
  };
  const sign = async () => {
    if (underWay.current) return;
    underWay.current = true;
    setProving({ at: 'asking' });
    const next = await run();
    underWay.current = false;
    setProving(next);
    if (next.at === 'done') onDone();
  };
  return { proving, sign };
}
