'use client';
import { useState } from 'react';
import { Connecting, ConnectPanel } from '@/components/wallet/claiming/connect-panel';
import { useWalletChoice } from '@/components/wallet/claiming/use-wallet-choice';
import { NoWallet } from '@/components/wallet/no-wallet';
import { type WalletPlace, WalletRoom } from '@/components/wallet/wallet-room';
import { viewChain } from '@/lib/chains/chain-view';
import type { PayLine } from '@/lib/desk/pay/schema';
import { Finished } from './finished';
import { HoldLine } from './hold-line';
import { Review } from './review';
import { RunPanel } from './run-panel';
import type { Holding } from './use-hold';
import { type Paying, usePay } from './use-pay';
import { useRun } from './use-run';

type PayFlowProps = { place: WalletPlace; lines: readonly PayLine[]; holding: Holding; onDone: () => void };

/** The network that wallets hear of besides the public ones: the local one where something is paid there. */
function placeFor({ chain, walletConnectProjectId }: WalletPlace, lines: readonly PayLine[]): WalletPlace {
  const chains = lines.map(({ payout }) => payout.chain);
  const key = chains.find((one) => one === 'local') ?? chains[0] ?? chain.key;
  return { chain: viewChain(key), walletConnectProjectId };
}

/** From the wallet to "paid", for payouts that this page holds. Loaded on demand, with all that speaks with wallets. */
export function PayFlow(props: PayFlowProps) {
  return (
    <WalletRoom {...placeFor(props.place, props.lines)}>
      <Flow {...props} />
    </WalletRoom>
  );
}

function Flow({ place, lines, holding, onDone }: PayFlowProps) {
  /** What nobody was asked to sign yet. */
  const [left, setLeft] = useState<readonly string[]>(lines.map(({ payout }) => payout.id));
  const { runs, start, stop } = useRun(setLeft);
  const paying = usePay(holding, start);
  const active = runs.some(({ ended }) => ended === null);
  const rest = lines.filter(({ payout }) => left.includes(payout.id));
  const leaveOut = (id: string) => {
    setLeft(left.filter((one) => one !== id));
    void holding.giveUp([id]);
    if (left.length === 1 && runs.length === 0) onDone();
  };
  return (
    <div className="space-y-5">
      {runs.map((run, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: runs are only ever added at the end
        <RunPanel key={index} run={run} latest={run === runs.at(-1)} lines={lines} onStop={stop} />
      ))}
      {!active && rest.length > 0 && (
        <>
          <HoldLine holding={holding} ids={left} count={rest.length} onGiveUp={onDone} />
          <Wallet place={place} lines={rest} paying={paying} onLeaveOut={leaveOut} />
        </>
      )}
      {!active && rest.length === 0 && <Finished onDone={onDone} />}
    </div>
  );
}

type WalletProps = {
  place: WalletPlace;
  lines: readonly PayLine[];
  paying: Paying;
  onLeaveOut: (id: string) => void;
};

function Wallet({ place, lines, paying, onLeaveOut }: WalletProps) {
  const { account, settled, hasWallet, waysIn, openDialog, switchWallet } = useWalletChoice();
  if (!settled) return <Connecting waysIn={waysIn} />;
  if (!account) {
    const elsewhere = place.walletConnectProjectId ? openDialog : undefined;
    return hasWallet ? <ConnectPanel waysIn={waysIn} /> : <NoWallet onOtherDevice={elsewhere} />;
  }
  return (
    <Review
      key={account.address}
      account={account}
      lines={lines}
      paying={paying}
      onLeaveOut={onLeaveOut}
      onOtherWallet={switchWallet}
    />
  );
}
