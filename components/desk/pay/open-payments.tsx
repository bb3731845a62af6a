'use client';
import Link from 'next/link';
import { maybeUnsigned, paymentWords, takenWords, waitingWords } from '@/components/desk/pay/run/pay-words';
import { Unsigned } from '@/components/desk/pay/run/unsigned';
import { Amount } from '@/components/ui/figures/amount';
import { Address, Hash } from '@/components/ui/figures/hex';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import { explorerLink } from '@/lib/chains/registry';
import type { PayLine } from '@/lib/desk/pay/schema';

/** Payments whose outcome is open: what each waits for, and what can be done. Nothing of it is offered for payment. */
export function OpenPayments({ lines }: { lines: readonly PayLine[] }) {
  if (lines.length === 0) return null;
  const unsure = lines.filter(maybeUnsigned);
  return (
    <Section
      title={`Under way: ${lines.length}`}
      lead="None of these is offered for payment again until it is decided."
    >
      {unsure.length > 1 && (
        <div className="mb-2">
          <Unsigned lines={unsure} />
        </div>
      )}
      <ul
        aria-label="Payments under way"
        className="divide-y divide-line rounded-lg border border-line bg-surface text-sm"
      >
        {lines.map((line) => (
          <OpenRow key={line.payout.id} line={line} />
        ))}
      </ul>
    </Section>
  );
}

function OpenRow({ line }: { line: PayLine }) {
  const { payout, payment, taken_as: taken } = line;
  if (!payment) return null;
  const { tone, words } = taken && payment.status === 'prepared' ? takenWords[taken] : paymentWords[payment.status];
  const { transfer } = payout;
  const count = transfer?.status === 'confirming' ? ` ${transfer.confirmations}/${transfer.confirmations_needed}` : '';
  return (
    <li className="space-y-1 px-3.5 py-2.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Link
          href={`/dashboard/payouts/${payout.id}`}
          prefetch={false}
          className="min-w-0 grow font-medium wrap-anywhere hover:underline"
        >
          <bdi>{payout.reference}</bdi>
        </Link>
        <Amount value={payout.net} symbol={payout.asset} />
        <Status tone={tone}>
          {words}
          {count}
        </Status>
      </div>
      <p className="text-quiet">{waitingWords(line)}</p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-1 text-quiet">
        <span>
          Since <Time iso={payment.since} as="brief" />
        </span>
        {payment.sender && (
          <span>
            from <Address value={payment.sender} />
          </span>
        )}
        {payment.hash && <Hash value={payment.hash} href={explorerLink(payout.chain, payment.hash)} />}
      </div>
      {payment.failure_reason && <p className="text-quiet">{payment.failure_reason}</p>}
      {maybeUnsigned(line) && (
        <div className="flex flex-wrap items-center gap-3 pt-1">
          <Unsigned lines={[line]} />
          {!payment.hash && (
            <Link
              href={`/dashboard/payouts/${payout.id}`}
              prefetch={false}
              className="text-link underline underline-offset-4"
            >
              I have its hash
            </Link>
          )}
        </div>
      )}
    </li>
  );
}
