'use client';
import { useSwitchChain } from 'wagmi';
import { Action } from '@/components/ui/action';
import { Panel } from '@/components/ui/panel';
import { Rich } from '@/components/ui/words/rich';
import { readWalletError } from '@/components/wallet/wallet-error';
import { useWalletWords } from '@/components/wallet/wallet-words';
import type { ClaimView } from '@/lib/claims/schema';

export function WrongNetwork({ chain }: { chain: ClaimView['chain'] }) {
  const { switchChain, error, isPending } = useSwitchChain();
  const say = useWalletWords();
  const network = chain.name;
  const declined = error && readWalletError(error) === 'rejected';
  return (
    <Panel
      heading={say('wallet.wrongNetwork.switch', { network })}
      actions={
        <Action onPress={() => switchChain({ chainId: chain.id })}>
          {say('wallet.wrongNetwork.switch', { network })}
        </Action>
      }
    >
      <p>
        <Rich of={say.pieces('wallet.wrongNetwork.words')} with={{ network }} />
      </p>
      {isPending && <p>{say('wallet.wrongNetwork.asking')}</p>}
      {error && (
        <p role="alert" className="text-warn">
          {declined
            ? say('wallet.wrongNetwork.declined')
            : say('wallet.wrongNetwork.failed', { network, number: chain.id })}
        </p>
      )}
    </Panel>
  );
}
