'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useAction } from '@/components/desk/frame/use-action';
import { IdentityName } from '@/components/desk/words/identity-name';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/figures/time';
import type { Viewer } from '@/lib/access/schema';

type Identity = Viewer['identities'][number];

/** What the person signs in with. The last one cannot be taken away. */
export function Identities({ identities }: { identities: readonly Identity[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
      {identities.map((identity) => (
        <li
          key={`${identity.kind} ${identity.value}`}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3.5 py-2 text-sm"
        >
          <div className="min-w-0">
            <IdentityName identity={identity} />
            <p className="text-xs text-quiet">
              {identity.kind === 'wallet' ? 'Wallet' : 'E-mail'}, since <Time iso={identity.created_at} />
            </p>
          </div>
          {identities.length > 1 ? (
            <RemoveIdentity identity={identity} />
          ) : (
            <p className="text-xs text-quiet">Your only way in. Add another one to be able to remove it.</p>
          )}
        </li>
      ))}
    </ul>
  );
}

function RemoveIdentity({ identity: { kind, value } }: { identity: Identity }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = async () => {
    if (!(await run('/api/desk/identities', { method: 'DELETE', body: { kind, value } })).ok) return;
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} onClick={() => setOpen(true)}>
        Remove<span className="sr-only"> {value}</span>
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Stop signing in with this ${kind === 'wallet' ? 'wallet' : 'mail address'}?`}
        verb="Remove it"
        pending={pending}
        problem={problem}
        onConfirm={remove}
      >
        <p className="wrap-anywhere">
          {value} opens nothing here any more. Sessions that it opened go on: end them below.
        </p>
      </ConfirmDialog>
    </>
  );
}
