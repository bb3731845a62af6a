'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import type { InviteOnWire } from '@/lib/access/schema';

export function RevokeInvite({ invite }: { invite: InviteOnWire }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  if (!useMay('team:write')) return null;
  const revoke = async () => {
    if ((await run(`/api/desk/team/invites/${invite.id}`, { method: 'DELETE' })).ok) router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('bare')} disabled={pending} onClick={revoke}>
        {pending ? 'Taking it back …' : 'Take back'}
        <span className="sr-only"> the invitation of {invite.identity.value}</span>
      </button>
      {problem && (
        <span role="alert" className="text-xs text-bad">
          {problem.detail}
        </span>
      )}
    </>
  );
}
