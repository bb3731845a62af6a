'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { MemberOnWire } from '@/lib/access/schema';
import { MadeKeys, makesKeys } from './made-keys';
import { RoleChoice } from './role-choice';
import { roleWords } from './role-words';

type MemberActionsProps = { member: MemberOnWire; onlyOwner: boolean };

/** Another role, or out of the team. The only owner stays: without one nobody could let anybody in. */
export function MemberActions({ member, onlyOwner }: MemberActionsProps) {
  const [open, setOpen] = useState<'role' | 'remove' | null>(null);
  const close = () => setOpen(null);
  if (!useMay('team:write')) return null;
  if (onlyOwner) {
    return (
      <p className="max-w-52 text-left text-xs text-quiet sm:ml-auto">
        The only owner. To change that, make another member one first.
      </p>
    );
  }
  return (
    <>
      <span className="flex flex-col items-end justify-end gap-x-1 whitespace-nowrap sm:flex-row">
        <button type="button" className={buttonClass('bare')} onClick={() => setOpen('role')}>
          Change role<span className="sr-only"> of {member.name}</span>
        </button>
        <button type="button" className={buttonClass('bare')} onClick={() => setOpen('remove')}>
          {member.you ? 'Leave' : 'Remove'}
          <span className="sr-only"> {member.you ? 'the team' : member.name}</span>
        </button>
      </span>
      <RoleDialog key={`${open}`} member={member} open={open === 'role'} onClose={close} />
      <RemoveDialog member={member} open={open === 'remove'} onClose={close} />
    </>
  );
}

type DialogProps = { member: MemberOnWire; open: boolean; onClose: () => void };

function RoleDialog({ member, open, onClose }: DialogProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [role, setRole] = useState(member.role);
  const [keep, setKeep] = useState(false);
  const change = async () => {
    const body = { role, keep_keys: keep };
    if (!(await run(`/api/desk/team/members/${member.user_id}`, { method: 'PATCH', body })).ok) return;
    onClose();
    router.refresh();
  };
  return (
    <Dialog open={open} onClose={onClose} title={`The role of ${member.you ? 'yourself' : member.name}`}>
      <div className="space-y-4">
        <RoleChoice legend="Role" role={role} onChange={setRole} />
        {member.you && role !== member.role && (
          <p className="text-sm text-warn">
            You give up what your role may do now. Only an owner can give it back to you.
          </p>
        )}
        {!makesKeys(role) && <MadeKeys member={member} keep={keep} onKeep={setKeep} />}
        <ProblemCallout problem={problem} />
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass('small')} onClick={onClose}>
            Keep {roleWords[member.role].name.toLowerCase()}
          </button>
          <button
            type="button"
            className={buttonClass('smallPrimary')}
            disabled={pending || role === member.role}
            onClick={change}
          >
            {pending ? 'Changing …' : `Make ${member.you ? 'yourself' : 'them'} ${roleWords[role].name.toLowerCase()}`}
          </button>
        </div>
      </div>
    </Dialog>
  );
}

function RemoveDialog({ member, open, onClose }: DialogProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [keep, setKeep] = useState(false);
  const remove = async () => {
    const path = `/api/desk/team/members/${member.user_id}?keep_keys=${keep}`;
    if (!(await run(path, { method: 'DELETE' })).ok) return;
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title={member.you ? 'Leave this team?' : `Remove ${member.name}?`}
      verb={member.you ? 'Leave the team' : 'Remove them'}
      pending={pending}
      problem={problem}
      onConfirm={remove}
    >
      <p>
        {member.you ? 'You see nothing of this merchant' : 'They see nothing of this merchant'} any more, at once and in
        every open page. Invitations that {member.you ? 'you' : 'they'} sent and nobody has accepted end. What{' '}
        {member.you ? 'you' : 'they'} did stays in the audit.
      </p>
      <MadeKeys member={member} keep={keep} onKeep={setKeep} />
      <p>
        Keys that others made go on: revoke those that {member.you ? 'you' : 'they'} may have a copy of. Secrets of
        webhooks, too.
      </p>
    </ConfirmDialog>
  );
}
