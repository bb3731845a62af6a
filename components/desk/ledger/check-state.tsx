'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { accountWords } from '@/components/desk/words/ledger-words';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Time } from '@/components/ui/figures/time';
import { chainOf } from '@/lib/chains/registry';
import { type BookCheck, type BookFault, type BookStanding, type Books, bookCheck } from '@/lib/ledger/schema';

const tones = { unchecked: 'plain', wrong: 'bad', partial: 'warn', old: 'warn', right: 'good' } as const;

/** Whether the books were right when they were last checked, and the way to do it now. */
export function CheckState({ check, standing }: Pick<Books, 'check' | 'standing'>) {
  const may = useMay('reconcile:read');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const start = async () => {
    const answer = await run('/api/desk/ledger/check', { method: 'POST', returns: bookCheck });
    if (answer.ok) router.refresh();
  };
  const button = may && (
    <button type="button" className={buttonClass('small')} disabled={pending} onClick={start}>
      {pending ? 'Checking …' : 'Check now'}
    </button>
  );
  return (
    <div className="mb-6 space-y-2">
      <Callout tone={tones[standing]} actions={button}>
        {check ? (
          <Outcome check={check} standing={standing} />
        ) : (
          'The books were not checked yet; this is done once a day.'
        )}
      </Callout>
      <ProblemCallout problem={problem} />
    </div>
  );
}

function Outcome({ check, standing }: { check: BookCheck; standing: BookStanding }) {
  const { checked_at: at, accounts, faults } = check;
  const balances = accounts === 1 ? '1 balance' : `${accounts} balances`;
  if (standing === 'partial') {
    return (
      <>
        Not every account below was checked yet. The last check, <Time iso={at} />, looked at {balances} and found
        nothing wrong.
      </>
    );
  }
  if (standing === 'old') {
    return (
      <>
        The books were last checked <Time iso={at} />, more than a day ago, and were right then: {balances}. Of what was
        booked since, nothing is known.
      </>
    );
  }
  if (faults.length === 0) {
    return (
      <>
        The books were right when they were checked, <Time iso={at} />: {balances}{' '}
        {accounts === 1 ? 'equals the sum of its' : 'equal the sums of their'} lines, and what is promised is what is
        open.
      </>
    );
  }
  return (
    <>
      <p>
        The books are not right, as of <Time iso={at} />. No money moved because of this; please tell your portal’s
        operator.
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
  const where = `${account ? `${accountWords[account].name}, ` : ''}${asset}${chain ? ` on ${chainOf(chain).name}` : ''}`;
  switch (kind) {
    case 'sum':
      return `${where}: the balance is ${booked}, its lines come to ${expected}.`;
    case 'promise':
      return `${where}: ${booked} is booked, the open payouts come to ${expected}.`;
    case 'total':
      return `${where}: all accounts together come to ${booked} instead of ${expected}.`;
  }
}
