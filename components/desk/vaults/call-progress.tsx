'use client';
import { useEffect, useRef } from 'react';
import type { Problem } from '@/components/desk/frame/ask';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Hash } from '@/components/ui/figures/hex';
import { Status, type Tone } from '@/components/ui/status';
import type { SentCall, VaultOnPage } from '@/lib/vaults/schema';
import { useSentCall } from './use-sent-call';

type CallProgressProps = {
  vault: VaultOnPage;
  hash: string;
  more: boolean;
  /** Of several calls, which one this is. */
  step: number;
  pending: boolean;
  problem: Problem | null;
  /** Called whenever the chain shows more of it, so that the page's numbers follow. */
  onSeen: () => void;
  onNext: () => Promise<boolean>;
  onAgain: () => void;
  onClose: () => void;
};

/** Follows what was sent until the network has confirmed it for good. */
export function CallProgress({
  vault,
  hash,
  more,
  step,
  pending,
  problem,
  onSeen,
  onNext,
  onAgain,
  onClose,
}: CallProgressProps) {
  const { sent, unreachable } = useSentCall(vault.id, hash);
  const state = sent?.state ?? 'missing';
  const isIn = state === 'confirming' || state === 'confirmed';
  useEffect(() => {
    if (state !== 'missing' && state !== 'waiting') onSeen();
  }, [state, onSeen]);
  const asked = useRef(false);
  const goOn = () => {
    asked.current = true;
    void onNext();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the second call is prepared once, as soon as the first is in
  useEffect(() => {
    if (more && isIn && !asked.current) goOn();
  }, [more, isIn]);
  const next = step === 1 ? 'second' : 'next';
  const { tone, words } = standing(sent, vault.chain.name);
  const link = vault.chain.explorer_url ? `${vault.chain.explorer_url}/tx/${hash}` : null;
  return (
    <div className="space-y-3 text-sm">
      <p role="status">
        <Status tone={tone} wraps>
          {words}
        </Status>
      </p>
      <div>
        <Hash value={hash} href={link} />
      </div>
      {unreachable && (
        <Callout tone="warn">How far it is cannot be read right now. It goes on without this page.</Callout>
      )}
      {state === 'missing' && sent && (
        <p className="max-w-prose text-quiet">
          If the vault is a Safe, its other owners have to sign, too: the numbers here change by themselves once they
          did.
        </p>
      )}
      {state === 'failed' && (
        <Callout tone="bad">
          The network ran it and refused it: nothing changed but the network fee that was paid.
        </Callout>
      )}
      {state === 'replaced' && (
        <Callout tone="warn">
          Another transfer of this wallet took its place. Look at the numbers above before you sign again.
        </Callout>
      )}
      <ProblemCallout problem={problem} />
      <div className="flex flex-wrap gap-2">
        {more && isIn && (
          <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={goOn}>
            {pending ? `Preparing the ${next} step …` : `Go on with the ${next} step`}
          </button>
        )}
        {(state === 'failed' || state === 'replaced') && (
          <button type="button" className={buttonClass('small')} disabled={pending} onClick={onAgain}>
            Prepare it again
          </button>
        )}
        <button type="button" className={buttonClass('bare')} onClick={onClose}>
          Close
        </button>
      </div>
    </div>
  );
}

function standing(sent: SentCall | null, network: string): { tone: Tone; words: string } {
  switch (sent?.state) {
    case 'waiting':
      return { tone: 'busy', words: `Sent. ${network} has it and has not run it yet` };
    case 'confirming':
      return { tone: 'busy', words: `In force; confirmed ${sent.confirmations} of ${sent.needed} times` };
    case 'confirmed':
      return { tone: 'good', words: 'Done, and confirmed for good' };
    case 'failed':
      return { tone: 'bad', words: 'Refused by the network' };
    case 'replaced':
      return { tone: 'warn', words: 'Replaced by another transfer' };
    default:
      return { tone: 'busy', words: 'Sent. You may close this page; it goes on' };
  }
}
