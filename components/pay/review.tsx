'use client';
import { useEffect, useRef, useState } from 'react';
import { useAccount, useConfig, useSwitchChain } from 'wagmi';
import { useAction } from '@/components/dashboard/use-action';
import { Address } from '@/components/ui/hex';
import { Notice } from '@/components/ui/notice';
import { Action } from '@/components/wallet/action';
import { Panel } from '@/components/wallet/panel';
import type { Account } from '@/components/wallet/stage';
import type { PaymentWay } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';
import type { PayLine } from '@/lib/desk/pay-schema';
import { type PreviewAnswer, preparedAnswer } from '@/lib/payouts/payment-schema';
import { type Batching, callsOn } from './ask-wallet';
import { BatchCard } from './batch-card';
import { blockedIn, DestinationNotes, keyOf } from './destination-notes';
import { PreviewTrouble } from './preview-trouble';
import { tabName } from './tab';
import type { Holding } from './use-hold';
import { bodyOf, usePreview, type Wanted } from './use-preview';
import type { useRun } from './use-run';

type ReviewProps = {
  account: Account;
  lines: readonly PayLine[];
  holding: Holding;
  onLeaveOut: (id: string) => void;
  onOtherWallet: () => void;
  onSign: ReturnType<typeof useRun>['start'];
};

/** What the connected wallet can do with several calls; null until it is known. */
function useCallsOn(address: string): ReadonlyMap<number, Batching> | null {
  const config = useConfig();
  const { connector } = useAccount();
  const [known, setKnown] = useState<ReadonlyMap<number, Batching> | null>(null);
  useEffect(() => {
    if (!connector) return;
    let stale = false;
    void callsOn({ config, connector }, address).then((able) => !stale && setKnown(able));
    return () => {
      stale = true;
    };
  }, [config, connector, address]);
  return known;
}

/** Exactly what would be signed with this wallet, and the button that starts it. */
export function Review({ account, lines, holding, onLeaveOut, onOtherWallet, onSign }: ReviewProps) {
  const [way, setWay] = useState<PaymentWay | undefined>(undefined);
  const ids = lines.map(({ payout }) => payout.id);
  const able = useCallsOn(account.address);
  const wanted: Wanted = { ids, sender: account.address, callsOn: able && [...able.keys()], way };
  const [previewed, again] = usePreview(wanted);
  switch (previewed.at) {
    case 'reading':
      return (
        <Panel heading="Looking at what you would sign …">
          <p>Balance, network fee and every destination are read from the network. This takes a few seconds.</p>
        </Panel>
      );
    case 'refused':
      return (
        <PreviewTrouble
          problem={previewed.problem}
          lines={lines}
          onAgain={again}
          onLeaveOut={onLeaveOut}
          onOtherWallet={onOtherWallet}
        />
      );
    case 'ready':
      return (
        <Ready
          {...{ account, lines, holding, onLeaveOut, onOtherWallet, onSign, wanted, able, again }}
          answer={previewed.answer}
          onWay={setWay}
        />
      );
  }
}

type ReadyProps = ReviewProps & {
  wanted: Wanted;
  able: ReadonlyMap<number, Batching> | null;
  answer: PreviewAnswer;
  again: () => void;
  onWay: (way: PaymentWay) => void;
};

function Ready({ account, lines, holding, answer, wanted, able, again, onWay, ...on }: ReadyProps) {
  const { batches, notes } = answer;
  const [accepted, setAccepted] = useState<ReadonlySet<string>>(new Set());
  const { pay, pending, problem } = usePay(wanted, holding, on.onSign);
  const blocked = blockedIn(notes);
  const doubts = notes.filter((note) => !note.blocking);
  const unread = doubts.filter((note) => !accepted.has(keyOf(note)));
  const short = batches.some(({ network_fee: fee }) => !fee.enough);
  const [first] = batches;
  const elsewhere = first && account.chainId !== first.chain_id && batches.length === 1 ? first.chain : null;
  const what = batches.length === 1 && first ? `${first.total} ${first.asset}` : `${lines.length} payouts`;
  const action =
    blocked.length > 0 ? null : short ? (
      <Action onPress={again}>I have added some, look again</Action>
    ) : elsewhere ? (
      <SwitchTo chain={elsewhere} />
    ) : (
      <Action disabled={pending || unread.length > 0} onPress={() => pay(doubts.length > 0)}>
        {pending ? 'Writing it down …' : `Pay ${what}`}
      </Action>
    );
  return (
    <Panel
      heading="This is what you will sign"
      actions={
        <>
          {problem && <Notice tone="bad">{problem.detail} Nothing was signed.</Notice>}
          {action}
          <p className="text-[0.8125rem] text-quiet" role="status">
            {hintFor(blocked.length, unread.length)}
          </p>
          <Action kind="text" onPress={on.onOtherWallet}>
            Use another wallet
          </Action>
        </>
      }
    >
      <div>
        From your wallet <Address value={account.address} />
      </div>
      <div className="space-y-4 text-text">
        {batches.map((batch) => (
          <BatchCard
            key={`${batch.chain} ${batch.token}`}
            batch={batch}
            upgrades={batch.way === 'calls' && able?.get(batch.chain_id) === 'ready'}
            wish={wanted.way}
            onWay={onWay}
          />
        ))}
        <DestinationNotes
          notes={notes}
          lines={lines}
          accepted={accepted}
          onAccept={(key, on) => setAccepted(withKey(accepted, key, on))}
          onLeaveOut={on.onLeaveOut}
        />
      </div>
    </Panel>
  );
}

function hintFor(blocked: number, unread: number): string {
  if (blocked > 0) return 'Leave out what cannot be paid there; the rest can then be signed.';
  if (unread === 0) return 'Your wallet asks you before anything is sent.';
  return `Tick ${unread === 1 ? 'the warning' : 'each warning'} above once you have checked it.`;
}

function withKey(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  next[on ? 'add' : 'delete'](key);
  return next;
}

/** Writes down what is about to be signed, then asks the wallet; once, however often the button is pressed. */
function usePay(wanted: Wanted, holding: Holding, onSign: ReviewProps['onSign']) {
  const config = useConfig();
  const { connector } = useAccount();
  const { run, problem } = useAction();
  const underWay = useRef(false);
  const [pending, setPending] = useState(false);
  const prepare = async (accept_warnings: boolean) => {
    if (!(await holding.hold(wanted.ids))) return;
    const body = { ...bodyOf(wanted), tab: tabName(), accept_warnings };
    const answer = await run('/api/desk/payments/prepare', { method: 'POST', body, returns: preparedAnswer });
    if (answer.ok && connector) void onSign(answer.data.batches, { config, connector });
  };
  const pay = async (acceptWarnings: boolean) => {
    if (underWay.current || !connector) return;
    underWay.current = true;
    setPending(true);
    await prepare(acceptWarnings);
    underWay.current = false;
    setPending(false);
  };
  return { pay, pending, problem };
}

function SwitchTo({ chain }: { chain: PayLine['payout']['chain'] }) {
  const { switchChain, error, isPending } = useSwitchChain();
  const { id, name } = chainOf(chain);
  return (
    <>
      <Action onPress={() => switchChain({ chainId: id })}>Switch your wallet to {name}</Action>
      {isPending && <p className="text-[0.8125rem] text-quiet">Your wallet is asking you now.</p>}
      {error && (
        <Notice tone="warn">
          Your wallet stayed where it is. Choose {name} (network number {id}) there by hand; this page notices. Nothing
          was signed.
        </Notice>
      )}
    </>
  );
}
