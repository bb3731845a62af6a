'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/dashboard/desk';
import { ProblemNotice } from '@/components/dashboard/problem-notice';
import { useAction } from '@/components/dashboard/use-action';
import { buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Time } from '@/components/ui/time';
import { chainOf } from '@/lib/chains/registry';
import { type BookCheck, type BookFault, bookCheck } from '@/lib/ledger/schema';
import { accountWords } from './words';

/** Whether the books were right when they were last added up, and the way to do it now. */
export function CheckState({ check }: { check: BookCheck | null }) {
  const may = useMay('reconcile:read');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const start = async () => {
    const answer = await run('/api/desk/ledger/check', { method: 'POST', returns: bookCheck });
    if (answer.ok) router.refresh();
  };
  const button = may && (
    <button type="button" className={buttonClass('small')} disabled={pending} onClick={start}>
      {pending ? 'Adding up …' : 'Add up now'}
    </button>
  );
  return (
    <div className="mb-6 space-y-2">
      <Notice tone={check === null ? 'plain' : check.faults.length > 0 ? 'bad' : 'good'} actions={button}>
        {check ? <Outcome check={check} /> : 'The books were not added up yet; this is done once a day.'}
      </Notice>
      <ProblemNotice problem={problem} />
    </div>
  );
}

function Outcome({ check: { checked_at: at, accounts, faults } }: { check: BookCheck }) {
  if (faults.length === 0) {
    return (
      <>
        The books are right: {accounts}{' '}
        {accounts === 1 ? 'balance equals the sum of its' : 'balances equal the sums of their'} lines, and what is
        promised is what is open. Added up <Time iso={at} />.
      </>
    );
  }
  return (
    <>
      <p>
        The books are not right, as of <Time iso={at} />. No money moved because of this; please tell whoever runs this
        portal.
      </p>
      <ul className="mt-1 list-disc pl-5">
        {faults.map((fault) => (
          <li key={`${fault.kind} ${fault.chain} ${fault.asset} ${fault.account}`}>{faultWords(fault)}</li>
        ))}
      </ul>
    </>
  );
}

function faultWords({ kind, chain, asset, account, booked, expected }: BookFault): string {
  const where = `${account ? `${accountWords[account].name}, ` : ''}${asset} on ${chainOf(chain).name}`;
  switch (kind) {
    case 'sum':
      return `${where}: the balance is ${booked}, its lines come to ${expected}.`;
    case 'promise':
      return `${where}: ${booked} is booked, the open payouts come to ${expected}.`;
    case 'total':
      return `${where}: all accounts together come to ${booked} instead of ${expected}.`;
  }
}
