'use client';
import { useAccount } from 'wagmi';
import { Action } from '@/components/ui/action';
import { Address } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import type { ClaimView } from '@/lib/claims/schema';

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

export function WrongWallet({ view, address, onOther }: { view: ClaimView; address: string; onOther: () => void }) {
  const pick = useAccountPicker(onOther);
  return (
    <Panel
      heading="This payout is for another wallet"
      actions={
        <>
          <Action onPress={pick}>Choose another account</Action>
          <Action kind="quiet" onPress={onOther}>
            Use another wallet
          </Action>
        </>
      }
    >
      <div>
        It can only go to <Address value={view.recipient.address ?? ''} />
      </div>
      <div>
        Your wallet is showing us <Address value={address} />
      </div>
      <p>
        Nothing is sent from there. Switch to the right account in your wallet; this page notices. If you no longer have
        that wallet, ask <bdi>{view.merchant.name}</bdi> to send the payout elsewhere.
      </p>
    </Panel>
  );
}
