'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { buttonClass } from '@/components/ui/button';
import { CopyField } from '@/components/ui/copy-field';
import { Time } from '@/components/ui/figures/time';
import type { OperatorRole } from '@/db/vocabulary/operators';
import { type OperatorOnWire, operatorInvited } from '@/lib/operators/schema';

type OpenLink = { id: string; role: OperatorRole; expires_at: string };
type OperatorListProps = { operators: readonly OperatorOnWire[]; links: readonly OpenLink[] };

/** Who runs the installation, and how further people come in. */
export function OperatorList({ operators, links }: OperatorListProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const mayChange = useMayOperate('operators:write');
  const [url, setUrl] = useState<string | null>(null);
  const send = async (path: string, method: 'PUT' | 'DELETE', body?: object) => {
    await run(path, { method, body });
    router.refresh();
  };
  const invite = async (role: OperatorRole) => {
    const answer = await run('/api/operator/operators', { method: 'POST', body: { role }, returns: operatorInvited });
    if (answer.ok) setUrl(answer.data.url);
    router.refresh();
  };
  return (
    <div className="space-y-4">
      <ProblemCallout problem={problem} />
      {url && (
        <CopyField label="The link for the new operator" value={url} noun="link">
          Bring it to them yourself, now: it is shown once, works once and for 24 hours.
        </CopyField>
      )}
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {operators.map(({ user_id: id, name, role, you, created_at: at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5 text-sm">
            <span className="min-w-0 wrap-anywhere">
              {name} {you && '(you) '}
              <span className="text-quiet">
                · {role} · since <Time iso={at} />
              </span>
            </span>
            {mayChange && (
              <span className="flex flex-wrap gap-2">
                <button
                  type="button"
                  className={buttonClass('small')}
                  disabled={pending}
                  onClick={() =>
                    send(`/api/operator/operators/${id}`, 'PUT', { role: role === 'admin' ? 'support' : 'admin' })
                  }
                >
                  Make {role === 'admin' ? 'support' : 'admin'}
                  <span className="sr-only">: {name}</span>
                </button>
                <button
                  type="button"
                  className={buttonClass('small')}
                  disabled={pending}
                  onClick={() => send(`/api/operator/operators/${id}`, 'DELETE')}
                >
                  Remove<span className="sr-only"> {name}</span>
                </button>
              </span>
            )}
          </li>
        ))}
        {links.map(({ id, role, expires_at: until }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-4 py-2.5 text-sm">
            <span className="text-quiet">
              A link for {role}, open until <Time iso={until} />
            </span>
            {mayChange && (
              <button
                type="button"
                className={buttonClass('small')}
                disabled={pending}
                onClick={() => send(`/api/operator/operator-links/${id}`, 'DELETE')}
              >
                Withdraw
              </button>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="flex flex-wrap gap-2">
          {(['admin', 'support'] as const).map((role) => (
            <button
              key={role}
              type="button"
              className={buttonClass('small')}
              disabled={pending}
              onClick={() => invite(role)}
            >
              Invite {role === 'admin' ? 'an admin' : 'a person for support'}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
