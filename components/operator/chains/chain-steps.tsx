'use client';
import Link from 'next/link';
import { useMayOperate, useOperator } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import type { AddedChainAnswer } from '@/lib/networks/schema';
import type { ChainLine } from './chain-line';

type WaitingProps = {
  chain: AddedChainAnswer;
  final: string;
  pending: boolean;
  onAgree: (chain: AddedChainAnswer) => void;
  onDrop: (chain: AddedChainAnswer) => void;
};

/** What a second operator puts their word to, and who may. */
export function Waiting({ chain, final, pending, onAgree, onDrop }: WaitingProps) {
  const { user_id } = useOperator();
  if (!useMayOperate('chains:write')) return null;
  const isOwn = chain.proposed_by === user_id;
  return (
    <div className="flex flex-wrap items-center gap-3 text-sm">
      <span className="max-w-prose text-pretty">
        {isOwn
          ? 'Another operator has to agree: payouts will count as paid by its finality.'
          : `Payouts there will count as paid ${final}. Compare id, finality and currency with the network’s own pages, and know whose nodes these are.`}
      </span>
      {!isOwn && (
        <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={() => onAgree(chain)}>
          Agree to {chain.name}
        </button>
      )}
      <button type="button" className={buttonClass('small')} disabled={pending} onClick={() => onDrop(chain)}>
        Take back {chain.name}
      </button>
    </div>
  );
}

const link = 'text-link underline underline-offset-4';

/** What an added network needs until merchants can pay on it. */
export function NextSteps({ line: { name, added, hasContract, tokens } }: { line: ChainLine }) {
  if (added?.status !== 'listed') return null;
  return (
    <ol className="list-decimal ps-5 text-sm" aria-label={`What comes next on ${name}`}>
      <li>
        {hasContract ? (
          'The contract is there.'
        ) : (
          <>
            {hasContract === null && 'Its nodes do not say whether the contract is there. '}
            Deploy the contract, from the{' '}
            <Link className={link} href="/operator">
              checklist
            </Link>
            .
          </>
        )}
      </li>
      <li>
        {tokens.length > 0 ? (
          `Tokens: ${tokens.join(', ')}.`
        ) : (
          <>
            <Link className={link} href="/operator/tokens">
              Add a token
            </Link>{' '}
            of it, once it is known by its address.
          </>
        )}
      </li>
      <li>Merchants then choose its token under Settings, and connect a vault.</li>
    </ol>
  );
}
