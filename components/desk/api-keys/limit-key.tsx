'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { AmountField, TextAreaField } from '@/components/ui/fields';
import { recipientTypes } from '@/db/vocabulary/payouts';
import type { KeyOnWire } from '@/lib/access/key-schema';
import { type PolicyOnWire, policyBody, policyOnWire } from '@/lib/access/policies/schema';
import { bodyOf, draftOf, type PaidAsset, type PolicyDraft } from './policy-draft';

type LimitKeyProps = { apiKey: KeyOnWire; policy: PolicyOnWire | null; assets: readonly PaidAsset[] };

/** The button beside a key, and the dialog that says what it may let leave. */
export function LimitKey(props: LimitKeyProps) {
  const [open, setOpen] = useState(false);
  const { apiKey } = props;
  if (!useMay('keys:write')) return null;
  return (
    <>
      <button type="button" className={buttonClass('bare')} onClick={() => setOpen(true)}>
        Limits<span className="sr-only"> of {apiKey.name}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Limits of “${apiKey.name}”`}>
        {open && <PolicyForm {...props} onDone={() => setOpen(false)} />}
      </Dialog>
    </>
  );
}

const kindWords = {
  wallet: 'A wallet that is named',
  email: 'A mailbox',
  anyone: 'Anyone who has the link',
} as const;
const fields = ['assets', 'recipients', 'wallets', 'mail_domains', 'ip_ranges'];

function usePolicy({ apiKey, policy, assets, onDone }: LimitKeyProps & { onDone: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const [draft, setDraft] = useState(() => draftOf(policy, assets));
  const router = useRouter();
  const path = `/api/desk/api-keys/${apiKey.id}/policy`;
  const body = bodyOf(draft, assets);
  const done = (ok: boolean) => {
    if (!ok) return;
    onDone();
    router.refresh();
  };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(policyBody, body), async () =>
    done((await run(path, { method: 'PUT', body, returns: policyOnWire })).ok),
  );
  const remove = async () => done((await run(path, { method: 'DELETE' })).ok);
  const set = (part: Partial<PolicyDraft>) => setDraft((was) => ({ ...was, ...part }));
  return { draft, set, form, fault, remove, pending, problem };
}

function PolicyForm(props: LimitKeyProps & { onDone: () => void }) {
  const { draft, set, form, fault, remove, pending, problem } = usePolicy(props);
  const list = (name: 'wallets' | 'mail_domains' | 'ip_ranges', label: string, hint: string) => (
    <TextAreaField
      {...{ name, label, hint, rows: 2, mono: true, fault: fault(name), value: draft[name] }}
      onChange={(text) => set({ [name]: text })}
    />
  );
  return (
    <form {...form} className="space-y-4">
      <p className="text-sm text-pretty text-quiet">
        They hold from the next request on, also for orders and for links that it replaces. What it asked before goes
        on.
      </p>
      <AssetLimits {...props} draft={draft} set={set} fault={fault('assets')} />
      <Choices legend="Whom it may pay" fault={fault('recipients')}>
        {recipientTypes.map((kind) => (
          <Choice
            key={kind}
            type="checkbox"
            checked={draft.recipients.includes(kind)}
            onChange={({ target }) =>
              set({
                recipients: recipientTypes.filter((one) =>
                  one === kind ? target.checked : draft.recipients.includes(one),
                ),
              })
            }
            label={kindWords[kind]}
          />
        ))}
      </Choices>
      {list('wallets', 'Only these wallets', 'One a line. Empty: every wallet.')}
      {list('mail_domains', 'Only mailboxes of these domains', 'Such as example.com. Empty: every mailbox.')}
      {list('ip_ranges', 'Only from these addresses', 'Such as 203.0.113.0/24. Empty: from everywhere.')}
      <ProblemCallout problem={problem} fields={fields} />
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
          {pending ? 'Saving …' : 'Save these limits'}
        </button>
        {props.policy && (
          <button type="button" className={buttonClass('bare')} disabled={pending} onClick={remove}>
            Remove all limits
          </button>
        )}
      </div>
    </form>
  );
}

type AssetLimitsProps = Pick<LimitKeyProps, 'assets'> & {
  draft: PolicyDraft;
  set: (part: Partial<PolicyDraft>) => void;
  fault: string | null;
};

function AssetLimits({ assets, draft, set, fault }: AssetLimitsProps) {
  const change = (index: number, part: Partial<PolicyDraft['assets'][number]>) =>
    set({ assets: draft.assets.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  return (
    <Choices legend="What it may pay" hint="Fees included. Empty: any amount." fault={fault}>
      {assets.map(({ chain, chain_name: network, asset }, index) => {
        const { pays = false, max_payout = '', max_day = '' } = draft.assets[index] ?? {};
        const place = `${asset} on ${network}`;
        return (
          <div key={`${chain} ${asset}`} className="space-y-1">
            <Choice
              type="checkbox"
              checked={pays}
              onChange={({ target }) => change(index, { pays: target.checked })}
              label={place}
            />
            {pays && (
              <div className="grid gap-2 sm:grid-cols-2">
                <AmountField
                  {...{ label: `At most at once, in ${asset}`, value: max_payout, 'aria-description': place }}
                  onChange={(text) => change(index, { max_payout: text })}
                />
                <AmountField
                  {...{ label: `At most in 24 hours, in ${asset}`, value: max_day, 'aria-description': place }}
                  onChange={(text) => change(index, { max_day: text })}
                />
              </div>
            )}
          </div>
        );
      })}
    </Choices>
  );
}
