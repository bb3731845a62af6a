'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';

/** Puts the guide away for good, for a team that knows its way. */
export function CloseGuide() {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  const [asked, setAsked] = useState(false);
  const close = async () => {
    const answer = await run('/api/desk/guide', { method: 'DELETE' });
    if (!answer.ok) return;
    router.push('/dashboard');
    router.refresh();
  };
  if (!may) return null;
  return (
    <>
      <button
        type="button"
        className={buttonClass('bare')}
        onClick={() => {
          clear();
          setAsked(true);
        }}
      >
        Put this guide away for good
      </button>
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        title="Put the guide away for good?"
        verb="Put it away"
        danger={false}
        {...{ pending, problem }}
        onConfirm={close}
      >
        <p>Nobody in your team sees it again, and it does not come back. What was set up stays as it is.</p>
        <p>Each of its steps has a page of its own in the desk: vaults, assets, API keys, webhooks, settings.</p>
      </ConfirmDialog>
    </>
  );
}
