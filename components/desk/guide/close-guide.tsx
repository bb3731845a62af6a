'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';

/** Puts the guide away for good, for a team that knows its way. */
export function CloseGuide() {
  const { run, pending } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  const close = async () => {
    const answer = await run('/api/desk/guide', { method: 'DELETE' });
    if (!answer.ok) return;
    router.push('/dashboard');
    router.refresh();
  };
  if (!may) return null;
  return (
    <button type="button" className={buttonClass('bare')} disabled={pending} onClick={close}>
      Put this guide away for good
    </button>
  );
}
