'use client';
import { useAccount } from 'wagmi';
import { Action } from '@/components/ui/action';
import { Address } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import { Rich } from '@/components/ui/words/rich';
import { useWalletWords } from '@/components/wallet/wallet-words';

/** Wallets that know EIP-2255 let the reader pick other accounts; for the rest, choosing the wallet again does. */
function useAccountPicker(fallback: () => void) {
  const { connector } = useAccount();
  return async () => {
    const provider: unknown = await connector?.getProvider();
    if (!canRequest(provider)) return fallback();
    try {
      await provider.request({ method: 'wallet_requestPermissions', params: [{ eth_accounts: {} }] });
    } catch (error) {
      const declined = typeof error === 'object' && error !== null && 'code' in error && error.code === 4001;
      if (!declined) fallback();
    }
  };
}

type Requester = { request: (call: { method: string; params: unknown[] }) => Promise<unknown> };
function canRequest(value: unknown): value is Requester {
  return typeof value === 'object' && value !== null && 'request' in value;
}

type WrongWalletProps = { bound: string; merchant: string; address: string; onOther: () => void };

export function WrongWallet({ bound, merchant, address, onOther }: WrongWalletProps) {
  const pick = useAccountPicker(onOther);
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.wrongWallet.heading')}
      actions={
        <>
          <Action onPress={pick}>{say('wallet.wrongWallet.choose')}</Action>
          <Action kind="quiet" onPress={onOther}>
            {say('wallet.useAnother')}
          </Action>
        </>
      }
    >
      <div>
        {say('wallet.wrongWallet.bound')} <Address value={bound} say={say} />
      </div>
      <div>
        {say('wallet.wrongWallet.shown')} <Address value={address} say={say} />
      </div>
      <p>
        <Rich of={say.pieces('wallet.wrongWallet.words')} with={{ merchant }} />
      </p>
    </Panel>
  );
}
