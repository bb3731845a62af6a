'use client';
import { useSwitchChain } from 'wagmi';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';
import { readWalletError } from '@/components/wallet/wallet-error';
import type { ClaimView } from '@/lib/claims/schema';

export function WrongNetwork({ chain }: { chain: ClaimView['chain'] }) {
  const { switchChain, error, isPending } = useSwitchChain();
  const declined = error && readWalletError(error) === 'rejected';
  return (
    <Panel
      heading={`Switch to ${chain.name}`}
      actions={<Action onPress={() => switchChain({ chainId: chain.id })}>Switch to {chain.name}</Action>}
    >
      <p>
        Your wallet is on another network, and this payout is on {chain.name}. Nothing is sent from there. If your
        wallet does not know {chain.name} yet, it offers to add it.
      </p>
      {isPending && <p>Your wallet is asking you now.</p>}
      {error && (
        <p role="alert" className="text-warn">
          {declined
            ? 'You declined the switch. Press again when you are ready.'
            : `Your wallet did not switch. Choose ${chain.name} (network number ${chain.id}) in your wallet by hand; this page notices.`}
        </p>
      )}
    </Panel>
  );
}
