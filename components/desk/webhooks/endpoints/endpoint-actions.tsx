'use client';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { type EndpointAnswer, endpointAnswer } from '@/lib/webhooks/endpoints/schema';
import { RotateDialog } from './rotate-dialog';

type Open = 'pause' | 'delete' | 'rotate' | null;

/** What can be done with an endpoint as a whole. */
export function EndpointActions({ endpoint }: { endpoint: EndpointAnswer }) {
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  if (!useMay('webhooks:write')) return null;
  return (
    <>
      <Link href={`/dashboard/webhooks/${endpoint.id}/edit`} prefetch={false} className={buttonClass('small')}>
        Edit
      </Link>
      {endpoint.status === 'paused' ? (
        <ResumeButton endpoint={endpoint} />
      ) : (
        <button type="button" className={buttonClass('small')} onClick={() => setOpen('pause')}>
          Pause
        </button>
      )}
      <button type="button" className={buttonClass('small')} onClick={() => setOpen('rotate')}>
        {endpoint.signing === 'hmac' ? 'New secret' : 'New key pair'}
      </button>
      <button type="button" className={buttonClass('smallDanger')} onClick={() => setOpen('delete')}>
        Delete
      </button>
      <PauseDialog endpoint={endpoint} open={open === 'pause'} onClose={close} />
      <DeleteDialog endpoint={endpoint} open={open === 'delete'} onClose={close} />
      <RotateDialog endpoint={endpoint} open={open === 'rotate'} onClose={close} />
    </>
  );
}

function ResumeButton({ endpoint }: { endpoint: EndpointAnswer }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const resume = async () => {
    const ask = { method: 'PATCH', body: { status: 'active' }, returns: endpointAnswer } as const;
    if ((await run(`/api/desk/webhooks/endpoints/${endpoint.id}`, ask)).ok) router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('smallPrimary')} disabled={pending} onClick={resume}>
        {pending ? 'Resuming …' : 'Resume'}
      </button>
      <ProblemCallout problem={problem} />
    </>
  );
}

type DialogProps = { endpoint: EndpointAnswer; open: boolean; onClose: () => void };

const waiting = (count: number) => `${count.toLocaleString('en-GB')} ${count === 1 ? 'message' : 'messages'}`;

function PauseDialog({ endpoint, open, onClose }: DialogProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const pause = async () => {
    const ask = { method: 'PATCH', body: { status: 'paused' }, returns: endpointAnswer } as const;
    if (!(await run(`/api/desk/webhooks/endpoints/${endpoint.id}`, ask)).ok) return;
    onClose();
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Pause this endpoint?"
      verb="Pause it"
      danger={false}
      pending={pending}
      problem={problem}
      onConfirm={pause}
    >
      <p>Nothing is sent to it until you resume it. {waiting(endpoint.health.pending)} that wait now go out then.</p>
      <p>
        What happens meanwhile is not queued for it. Once you have resumed it, “Send a range again” on this page brings
        it all, and so does GET /api/v1/events.
      </p>
    </ConfirmDialog>
  );
}

function DeleteDialog({ endpoint, open, onClose }: DialogProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const remove = async () => {
    if (!(await run(`/api/desk/webhooks/endpoints/${endpoint.id}`, { method: 'DELETE' })).ok) return;
    router.push('/dashboard/webhooks');
    router.refresh();
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      title="Delete this endpoint?"
      verb="Delete it"
      pending={pending}
      problem={problem}
      onConfirm={remove}
    >
      <p>
        Nothing more is sent there: {waiting(endpoint.health.pending)} that wait are called off. Its secret is gone for
        good; an endpoint that you add later gets another one.
      </p>
      <p>No event is lost: they stay in GET /api/v1/events, and past deliveries stay to be looked at.</p>
    </ConfirmDialog>
  );
}
