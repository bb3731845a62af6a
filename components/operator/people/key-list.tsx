'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { CopyField } from '@/components/ui/copy-field';
import { TextField } from '@/components/ui/fields';
import { Time } from '@/components/ui/figures/time';
import { type OperatorScope, operatorScopes } from '@/db/vocabulary/operators';
import { createdOperatorKey, type OperatorKeyOnWire, operatorKeyBody } from '@/lib/operators/schema';

/** Keys of operators' programs, and the form that makes one. */
export function KeyList({ keys }: { keys: readonly OperatorKeyOnWire[] }) {
  const mayChange = useMayOperate('keys:write');
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const revoke = async (id: string) => {
    await run(`/api/operator/keys/${id}`, { method: 'DELETE' });
    router.refresh();
  };
  return (
    <div className="space-y-4">
      <ProblemCallout problem={problem} />
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface empty:hidden">
        {keys.map(({ id, name, prefix, scopes, last_used_at: used, revoked_at: revoked }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5 text-sm">
            <span className="min-w-0 wrap-anywhere">
              <bdi>{name}</bdi> <span className="font-mono text-xs">{prefix}…</span>{' '}
              <span className="text-quiet">
                · {scopes.join(', ')} ·{' '}
                {used ? (
                  <>
                    used <Time iso={used} />
                  </>
                ) : (
                  'never used'
                )}
                {revoked && ' · revoked'}
              </span>
            </span>
            {mayChange && !revoked && (
              <button type="button" className={buttonClass('small')} disabled={pending} onClick={() => revoke(id)}>
                Revoke<span className="sr-only"> {name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && <NewKey />}
    </div>
  );
}

function NewKey() {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly OperatorScope[]>(['merchants:read', 'merchants:write']);
  const [made, setMade] = useState<string | null>(null);
  const body = { name, scopes };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(operatorKeyBody, body), async () => {
    const answer = await run('/api/operator/keys', { method: 'POST', body, returns: createdOperatorKey });
    if (!answer.ok) return;
    setMade(answer.data.key);
    setName('');
    router.refresh();
  });
  const toggle = (scope: OperatorScope) =>
    setScopes(scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return (
    <form {...form} className="space-y-3">
      {made && (
        <CopyField label="The new key" value={made} noun="key">
          Copy it now: it is shown once. It opens nothing of a merchant, and ends with you as an operator.
        </CopyField>
      )}
      <div className="max-w-sm">
        <TextField label="What the key is for" name="name" value={name} onChange={setName} fault={fault('name')} />
      </div>
      <Choices legend="What it opens" fault={fault('scopes')}>
        <div className="flex flex-wrap gap-x-6">
          {operatorScopes.map((scope) => (
            <Choice
              key={scope}
              type="checkbox"
              checked={scopes.includes(scope)}
              onChange={() => toggle(scope)}
              label={scope}
            />
          ))}
        </div>
      </Choices>
      <ProblemCallout problem={problem} fields={['name', 'scopes']} />
      <button type="submit" className={buttonClass('small')} disabled={pending}>
        Make a key
      </button>
    </form>
  );
}
