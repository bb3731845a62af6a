'use client';
import { type Dispatch, type SetStateAction, useEffect, useState } from 'react';
import { useAccount, useConfig, useSwitchChain } from 'wagmi';
import { Action } from '@/components/ui/action';
import { Callout } from '@/components/ui/callout';
import { Address } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import type { Account } from '@/components/wallet/claiming/stage';
import type { PaymentWay } from '@/db/vocabulary/payouts';
import type { PreviewAnswer } from '@/lib/by-hand/sightings/schema';
import { chainOf } from '@/lib/chains/registry';
import type { PayLine } from '@/lib/desk/pay/schema';
import { type Batching, callsOn } from './ask-wallet';
import { blockedIn, DestinationNotes, keyOf } from './destination-notes';
import { PreviewTrouble } from './preview-trouble';
import { SigningCard } from './signing-card';
import type { Paying } from './use-pay';
import { type PreviewInput, usePreview } from './use-preview';

type ReviewProps = {
  account: Account;
  lines: readonly PayLine[];
  paying: Paying;
  onLeaveOut: (id: string) => void;
  onOtherWallet: () => void;
};

/** What the connected wallet can do with several calls; null until it is known. */
function useCallsOn(address: string): ReadonlyMap<number, Batching> | null {
  const config = useConfig();
  const { connector } = useAccount();
  const [known, setKnown] = useState<{ of: string; able: ReadonlyMap<number, Batching> } | null>(null);
  useEffect(() => {
    if (!connector) return;
    let stale = false;
    const of = connector.uid;
    void callsOn({ config, connector }, address).then((able) => !stale && setKnown({ of, able }));
    return () => {
      stale = true;
    };
  }, [config, connector, address]);
  return known !== null && known.of === connector?.uid ? known.able : null;
}

/** Exactly what would be signed with this wallet, and the button that starts it. */
export function Review({ account, lines, paying, onLeaveOut, onOtherWallet }: ReviewProps) {
  const [way, setWay] = useState<PaymentWay | undefined>(undefined);
  /** Kept while it is read again: what was ticked stays ticked for the same warning. */
  const ticked = useState<ReadonlySet<string>>(new Set());
  const ids = lines.map(({ payout }) => payout.id);
  const able = useCallsOn(account.address);
  const wanted: PreviewInput = { ids, sender: account.address, callsOn: able && [...able.keys()], way };
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
          {...{ account, lines, paying, onLeaveOut, onOtherWallet, wanted, able, again, ticked }}
          answer={previewed.answer}
          onWay={setWay}
        />
      );
  }
}

type ReadyProps = ReviewProps & {
  wanted: PreviewInput;
  able: ReadonlyMap<number, Batching> | null;
  answer: PreviewAnswer;
  again: () => void;
  ticked: [ReadonlySet<string>, Dispatch<SetStateAction<ReadonlySet<string>>>];
  onWay: (way: PaymentWay) => void;
};

const waiting = { proof: 'Sign the message in your wallet …', writing: 'Writing it down …' } as const;

function Ready({ account, lines, paying, answer, wanted, able, again, ticked, onWay, ...on }: ReadyProps) {
  const { signings, notes } = answer;
  const [accepted, setAccepted] = ticked;
  const trouble = paying.trouble?.sender === wanted.sender ? paying.trouble : null;
  const blocked = blockedIn(notes);
  const doubts = notes.filter((note) => !note.blocking);
  const unread = doubts.filter((note) => !accepted.has(keyOf(note)));
  const short = signings.some(({ network_fee: fee }) => !fee.enough && !fee.tight);
  const [first] = signings;
  const elsewhere = first && account.chainId !== first.chain_id && signings.length === 1 ? first.chain : null;
  const what = signings.length === 1 && first ? `${first.total} ${first.asset}` : `${lines.length} payouts`;
  const action =
    blocked.length > 0 ? null : short ? (
      <Action onPress={again}>I have added some, look again</Action>
    ) : elsewhere ? (
      <SwitchTo chain={elsewhere} />
    ) : (
      <Action
        disabled={paying.step !== null || unread.length > 0}
        onPress={() => paying.pay(wanted, answer, doubts.length > 0)}
      >
        {paying.step ? waiting[paying.step] : `Pay ${what}`}
      </Action>
    );
  return (
    <Panel
      heading="This is what you will sign"
      actions={
        <>
          {trouble && <Callout tone="bad">{trouble.detail} No payment was signed.</Callout>}
          {action}
          <p className="text-[0.8125rem] text-quiet" role="status">
            {hintFor(blocked.length, unread.length, answer.unproved_on.length > 0)}
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
        {signings.map((signing) => (
          <SigningCard
            key={`${signing.chain} ${signing.token}`}
            signing={signing}
            upgrades={signing.way === 'calls' && able?.get(signing.chain_id) === 'ready'}
            wish={wanted.way}
            onWay={onWay}
          />
        ))}
        <DestinationNotes
          notes={notes}
          lines={lines}
          accepted={accepted}
          onAccept={(key, on) => setAccepted((now) => withKey(now, key, on))}
          onLeaveOut={on.onLeaveOut}
        />
      </div>
    </Panel>
  );
}

function hintFor(blocked: number, unread: number, firstTime: boolean): string {
  if (blocked > 0) return 'Leave out what cannot be paid there; the rest can then be signed.';
  if (unread === 0 && firstTime) {
    return 'This wallet pays for your team for the first time: it first signs a message, once, which costs nothing. Then it asks you before anything is sent.';
  }
  if (unread === 0) return 'Your wallet asks you before anything is sent.';
  return `Tick ${unread === 1 ? 'the warning' : 'each warning'} above once you have checked it.`;
}

function withKey(set: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(set);
  next[on ? 'add' : 'delete'](key);
  return next;
}

function SwitchTo({ chain }: { chain: PayLine['payout']['chain'] }) {
  const { switchChain, error, isPending } = useSwitchChain();
  const { id, name } = chainOf(chain);
  return (
    <>
      <Action onPress={() => switchChain({ chainId: id })}>Switch your wallet to {name}</Action>
      {isPending && <p className="text-[0.8125rem] text-quiet">Your wallet is asking you now.</p>}
      {error && (
        <Callout tone="warn">
          Your wallet stayed where it is. Choose {name} (network number {id}) there by hand; this page notices. Nothing
          was signed.
        </Callout>
      )}
    </>
  );
}
