'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/figures/time';
import type { KeyOnWire } from '@/lib/access/key-schema';

export function RevokeKey({ apiKey }: { apiKey: KeyOnWire }) {
  const { run, pending, problem } = useAction();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMay('keys:write')) return null;
  const revoke = async () => {
    if (!(await run(`/api/desk/api-keys/${apiKey.id}`, { method: 'DELETE' })).ok) return;
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} onClick={() => setOpen(true)}>
        Revoke<span className="sr-only"> {apiKey.name}</span>
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Revoke “${apiKey.name}”?`}
        verb="Revoke it"
        pending={pending}
        problem={problem}
        onConfirm={revoke}
      >
        <p>
          It opens nothing any more, at once and for good. A server that still uses it is refused: payouts that it made
          go on, new ones fail.
        </p>
        <p>
          {apiKey.last_used_at ? (
            <>
              It was last used on <Time iso={apiKey.last_used_at} />.
            </>
          ) : (
            'It was never used.'
          )}
        </p>
      </ConfirmDialog>
    </>
  );
}
