import Link from 'next/link';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import type { SubmissionOnPage } from '@/lib/desk/gateways/schema';
import { SubmissionCard } from './submission-card';

/** Payouts of which nobody can tell whether a gateway sent them, with all that a person decides by. */
export function UnclearList({ unclear }: { unclear: readonly SubmissionOnPage[] }) {
  return (
    <ul className="space-y-6">
      {unclear.map((submission) => (
        <li key={submission.id} className="rounded-xl border border-line p-4">
          <h3 className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Link
              href={`/dashboard/payouts/${submission.payout.id}`}
              prefetch={false}
              className="font-medium text-link underline-offset-4 wrap-anywhere hover:underline"
            >
              {submission.payout.reference}
            </Link>
            <Amount value={submission.amount} symbol={submission.asset} />
            {submission.unknown_since && (
              <span className="text-[0.8125rem] text-quiet">
                since <Time iso={submission.unknown_since} />
              </span>
            )}
          </h3>
          <SubmissionCard submission={submission} open />
        </li>
      ))}
    </ul>
  );
}
