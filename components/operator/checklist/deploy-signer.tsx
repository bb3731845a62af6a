'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { switchChain } from 'wagmi/actions';
import { askDesk } from '@/components/desk/frame/ask';
import { actWith, type ChosenWallet } from '@/components/wallet/acting/act-with';
import { useWalletAction } from '@/components/wallet/acting/use-wallet-action';
import { WalletButtons } from '@/components/wallet/acting/wallet-buttons';
import { sendCall } from '@/components/wallet/send-call';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import type { ChainKey } from '@/db/vocabulary/chains';
import { viewChain } from '@/lib/chains/chain-view';
import { type Deployment, deployment } from '@/lib/operators/checklist/schema';

type DeploySignerProps = { chain: ChainKey; place: WalletPlace; plan: Deployment };

/** One button for each wallet of this browser; any account will do. */
export function DeploySigner(props: DeploySignerProps) {
  return (
    <WalletRoom {...props.place} chain={viewChain(props.chain)}>
      <Wallets {...props} />
    </WalletRoom>
  );
}

const words = {
  rejected: 'You declined in the wallet. Nothing was sent.',
  wallet_busy: 'The wallet has a request open already. Open it, answer there, and try again.',
  unable: 'The wallet cannot send this, and did not. Use another wallet.',
  short_of_fee: 'The wallet says that this account cannot pay the network fee. Add a little and try again.',
  unclear: 'The wallet gave no clear answer, so it may have sent it. This page looks until the contract is there.',
} as const;

const everyMs = 2_000;

/** Asks the chain again until the contract is there: only its code says so. */
function useThere(chain: ChainKey, sent: string | null): void {
  const router = useRouter();
  useEffect(() => {
    if (!sent) return;
    const timer = setInterval(async () => {
      const answer = await askDesk(`/api/operator/contracts/${chain}`, { merchantId: null, returns: deployment });
      if (answer.ok && answer.data.there) router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [chain, sent, router]);
}

function Wallets({ chain, place, plan }: DeploySignerProps) {
  const [sent, setSent] = useState<string | null>(null);
  useThere(chain, sent);
  const action = useWalletAction({
    act: (wallet) => deployWith(wallet, plan),
    done: (hash) => setSent(hash),
    afterStop: 'If the wallet sends it after all, this page shows it by itself.',
  });
  if (sent) {
    return (
      <p className="text-sm" role="status">
        Sent as <span className="font-mono wrap-anywhere">{sent}</span>. Waiting until the network has it. If nothing
        has come of it in some minutes, look that hash up: a call that failed can be sent again once this page is opened
        again.
      </p>
    );
  }
  return (
    <div className="space-y-2.5">
      <p className="text-sm text-pretty">
        The wallet pays the network fee and gets no right by it: the contract has no owner. It will be at{' '}
        <span className="font-mono wrap-anywhere">{plan.address}</span>, as on every chain.
      </p>
      <WalletButtons
        action={action}
        verb="Deploy with"
        isMain
        hasElsewhere={Boolean(place.walletConnectProjectId)}
        orOpen="where your wallet is"
      />
    </div>
  );
}

function deployWith(wallet: ChosenWallet, { call, chain_name: name }: Deployment) {
  const { config, connector } = wallet;
  return actWith(wallet, {
    allows: () => true,
    wrongAccount: '.',
    prepare: async () => {
      const isThere = (await connector.getChainId()) === call.chainId;
      const moved = isThere || (await switchChain(config, { chainId: call.chainId, connector }).catch(() => null));
      if (moved) return { ready: null };
      return { detail: `Your wallet is on another network. Choose ${name} there, and press again. Nothing was sent.` };
    },
    ask: (account) => sendCall(connector, account, call),
    words,
  });
}
