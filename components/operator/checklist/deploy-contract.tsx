'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import type { ProofPlaces } from '@/components/desk/frame/step-up';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type Deployment, deployment } from '@/lib/operators/checklist/schema';

const DeploySigner = dynamic(() => import('./deploy-signer').then((module) => module.DeploySigner), {
  ssr: false,
  loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
});

/** Puts the contract on a chain with a wallet of the operator, which pays the network fee and gets no right by it. */
export function DeployContract({ chain, places }: { chain: ChainKey; places: ProofPlaces }) {
  const { run, pending, problem } = useAction();
  const [plan, setPlan] = useState<Deployment | null>(null);
  const begin = async () => {
    const answer = await run(`/api/operator/contracts/${chain}`, { returns: deployment });
    if (answer.ok) setPlan(answer.data);
  };
  return (
    <div className="mt-2 space-y-2">
      {plan && places.wallet ? (
        <DeploySigner chain={chain} place={places.wallet} plan={plan} />
      ) : (
        <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={begin}>
          Deploy it with a wallet
        </button>
      )}
      <ProblemCallout problem={problem} />
    </div>
  );
}
