'use client';
import Link from 'next/link';
import { askDesk } from '@/components/desk/frame/ask';
import { useLive } from '@/components/desk/frame/live';
import { useAsked } from '@/components/desk/frame/use-asked';
import { Amount } from '@/components/ui/figures/amount';
import { Hash } from '@/components/ui/figures/hex';
import { Section } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { type PaymentState, type PreparedSigning, paymentState } from '@/lib/by-hand/sightings/schema';
import { explorerLink } from '@/lib/chains/registry';
import type { PayLine } from '@/lib/desk/pay/schema';
import { paymentWords, payoutCount, takenWords } from './pay-words';
import { Unsigned } from './unsigned';

type PaymentProgressProps = {
  signing: PreparedSigning;
  transferIds: readonly string[];
  /** Those of which the wallet said nothing that we understand: of these a person may know more. */
  unclear: readonly string[];
  lines: readonly PayLine[];
};
type State = PaymentState['payments'][number];

const undecided: readonly State['status'][] = ['prepared', 'submitted', 'confirming', 'unknown'];
const everyMs = 3_000;

const isSettled = (states: readonly State[]) =>
  states.length > 0 && states.every(({ status }) => !undecided.includes(status));

/** How the payments of one signing stand, by what the portal reads from the chain; kept true until all is decided. */
function useStates({ id }: PreparedSigning): readonly State[] {
  const { data, refetch } = useAsked<readonly State[]>({
    of: ['signing', id],
    read: async (asking, known = []) => {
      const answer = await askDesk(`/api/desk/payments/${id}`, { ...asking, returns: paymentState });
      return answer.ok ? answer.data.payments : known;
    },
    againMs: (states) => (isSettled(states) ? null : everyMs),
  });
  useLive(['payouts'], refetch);
  return data ?? [];
}

export function PaymentProgress({ signing, transferIds, unclear, lines }: PaymentProgressProps) {
  const known = useStates(signing);
  // In the order in which they were chosen, which is that of the list before.
  const states = signing.payments.flatMap(({ transfer_id: id }) =>
    known.filter((one) => one.transfer_id === id && transferIds.includes(id)),
  );
  const paid = states.filter(({ status }) => status === 'confirmed').length;
  const all = transferIds.length;
  const lead =
    paid === all ? 'All confirmed by the network.' : `${paid} of ${payoutCount(all)} confirmed by the network.`;
  const unsigned = states.filter(
    (one) => one.status === 'prepared' && one.unsigned_from_block === null && unclear.includes(one.transfer_id),
  );
  return (
    <Section title={paid === all ? 'Paid' : 'What you signed just now'} lead={<span role="status">{lead}</span>}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
        {states.map((state) => (
          <ProgressRow
            key={state.transfer_id}
            state={state}
            signing={signing}
            taken={!unclear.includes(state.transfer_id)}
          />
        ))}
      </ul>
      {paid < all && (
        <p className="mt-2 text-[0.8125rem] text-quiet">
          {signing.sender_kind === 'contract'
            ? 'A Safe pays once its other owners have signed, too. You may close this page: it goes on by itself.'
            : 'The network usually takes seconds to minutes. You may close this page: it goes on by itself.'}
        </p>
      )}
      {unsigned.length > 0 && (
        <div className="mt-2">
          <Unsigned lines={lines.filter(({ payout }) => unsigned.some((one) => one.payout_id === payout.id))} />
        </div>
      )}
    </Section>
  );
}

/** As what the wallet keeps a signing that it took, until the network shows it. */
function keptAs({ sender_kind: kind, way }: PreparedSigning): keyof typeof takenWords | null {
  if (kind === 'contract') return 'proposal';
  return way === 'calls' ? 'batch' : null;
}

type ProgressRowProps = { state: State; signing: PreparedSigning; taken: boolean };

function ProgressRow({ state, signing, taken }: ProgressRowProps) {
  const payment = signing.payments.find((one) => one.transfer_id === state.transfer_id);
  const waits = taken && state.status === 'prepared' && state.unsigned_from_block === null;
  const kept = keptAs(signing);
  const { tone, words } = waits && kept ? takenWords[kept] : paymentWords[state.status];
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-3.5 py-2">
      <Link
        href={`/dashboard/payouts/${state.payout_id}`}
        prefetch={false}
        className="min-w-0 grow font-medium wrap-anywhere hover:underline"
      >
        {payment?.reference}
      </Link>
      {payment && <Amount value={payment.amount} symbol={signing.asset} />}
      <Status tone={tone}>{words}</Status>
      {state.hash && (
        <span className="w-full text-quiet">
          <Hash value={state.hash} href={explorerLink(signing.chain, state.hash)} />
        </span>
      )}
      {state.unsigned_from_block && (
        <span className="w-full text-quiet">
          You said that nothing was signed. It is free once the network’s final blocks, up to number{' '}
          {state.unsigned_from_block}, show no such payment.
        </span>
      )}
      {state.failure_reason && <span className="w-full text-quiet">{state.failure_reason}</span>}
    </li>
  );
}
