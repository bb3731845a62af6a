'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/figures/time';
import type { PasskeyOnWire } from '@/lib/access/passkey-schema';
import { usePasskeyPath } from './use-passkey-path';

/** The person's passkeys. Each can be removed: a wallet or a mail address always stays. */
export function PasskeyList({ passkeys }: { passkeys: readonly PasskeyOnWire[] }) {
  if (passkeys.length === 0) {
    return (
      <p className="text-sm text-pretty text-quiet">
        You have none yet. With one you sign in and confirm by your fingerprint, your face or the PIN of your device.
      </p>
    );
  }
  return (
    <ul aria-label="Your passkeys" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {passkeys.map((passkey) => (
        <li
          key={passkey.id}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-3.5 py-2 text-sm"
        >
          <div className="min-w-0">
            <bdi className="wrap-anywhere">{passkey.name}</bdi>
            <p className="text-xs text-quiet">
              {passkey.synced ? 'Passkey on your devices' : 'Passkey on one device'}, since{' '}
              <Time iso={passkey.created_at} />,{' '}
              {passkey.last_used_at ? (
                <>
                  last used <Time iso={passkey.last_used_at} />
                </>
              ) : (
                'not used yet'
              )}
            </p>
          </div>
          <RemovePasskey passkey={passkey} />
        </li>
      ))}
    </ul>
  );
}

function RemovePasskey({ passkey: { id, name } }: { passkey: PasskeyOnWire }) {
  const { run, pending, problem } = useAction();
  const path = usePasskeyPath();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const remove = async () => {
    const answer = await run(`${path}/${id}`, { method: 'DELETE' });
    // One that was removed in another tab meanwhile is gone as well.
    if (!answer.ok && answer.problem.code !== 'not_found') return;
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} onClick={() => setOpen(true)}>
        Remove<span className="sr-only"> {name}</span>
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Stop signing in with this passkey?"
        verb="Remove it"
        pending={pending}
        problem={problem}
        onConfirm={remove}
      >
        <p className="wrap-anywhere">
          <bdi>{name}</bdi> opens nothing here any more. Sessions that it opened go on: end them where you are signed
          in. Your device may still list it: delete it there, too.
        </p>
      </ConfirmDialog>
    </>
  );
}
