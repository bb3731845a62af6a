'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { changeRewardSourceBody, type RewardSourceAnswer, rewardSourceAnswer } from '@/lib/rewards/schema';
import { faultsOfTerms, SourceName, SourceWorth, termFields, termsOf, typedOf } from './source-terms';

/** Changes what a source is called, what its coins are worth from now on, or its token. */
export function ChangeRewardSource({ source }: { source: RewardSourceAnswer }) {
  const [open, setOpen] = useState(false);
  if (!useMay('webhooks:write')) return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Change
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Change this source">
        {open && <ChangeForm source={source} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

function ChangeForm({ source, onDone }: { source: RewardSourceAnswer; onDone: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const [typed, setTyped] = useState(() => typedOf(source));
  const [token, setToken] = useState('');
  const router = useRouter();
  const body = { ...termsOf(typed), ...(token.trim() && { token: token.trim() }) };
  const { form, fault } = useForm({ problem, clear }, faultsOfTerms(changeRewardSourceBody, body), async () => {
    const request = { method: 'PATCH', body, returns: rewardSourceAnswer } as const;
    if (!(await run(`/api/v1/reward-sources/${source.id}`, request)).ok) return;
    onDone();
    router.refresh();
  });
  const terms = { typed, onChange: setTyped, fault };
  return (
    <form {...form} className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        It holds for what is redeemed from now on. Coins stay coins, and what was redeemed stays as it was.
      </p>
      <SourceName {...terms} />
      <SourceWorth {...terms} />
      <TextField
        name="token"
        label="Another s2s token of adjoe’s"
        hint="Empty: it stays. The one before proves callbacks for a day longer."
        fault={fault('token')}
        mono
        maxLength={500}
        spellCheck={false}
        value={token}
        onChange={setToken}
      />
      <ProblemCallout problem={problem} fields={[...termFields, 'token']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Saving …' : 'Save'}
      </button>
    </form>
  );
}
