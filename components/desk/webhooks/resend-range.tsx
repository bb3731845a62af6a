'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { Answer } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { type Action, useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Choice, Choices } from '@/components/ui/choice';
import { TextField } from '@/components/ui/fields';
import { zoneWords } from '@/components/ui/figures/zone-words';
import { momentIn } from '@/lib/kernel/time-zone';
import { type ResendAnswer, resendAnswer, resendBody } from '@/lib/webhooks/events/delivery-schema';

/** A moment in the person's zone, as the desk shows them; what is none stays for the portal to refuse. */
function momentOf(typed: string, zone: string): string {
  const time = momentIn(zone, typed);
  return Number.isNaN(time) ? typed : new Date(time).toISOString();
}

const moment = { type: 'datetime-local', step: 1 } as const;

type Only = 'undelivered' | 'all';

/** Asks on until the whole range is queued. False where the portal refused. */
async function resendAll(run: Action['run'], endpointId: string, range: object, onQueued: (total: number) => void) {
  // Without an end the range ends now, for every request of this one press.
  const fixed = { to: new Date().toISOString(), ...range };
  const path = `/api/desk/webhooks/endpoints/${endpointId}/resend`;
  let after: number | null = 0;
  let total = 0;
  while (after !== null) {
    const answer: Answer<ResendAnswer> = await run(path, {
      ...{ method: 'POST', returns: resendAnswer },
      body: { ...fixed, after },
    });
    if (!answer.ok) return false;
    total += answer.data.queued;
    onQueued(total);
    after = answer.data.next_after;
  }
  return true;
}

/** Sends a range of time again: what was not taken, or everything. */
export function ResendRange({ endpointId }: { endpointId: string }) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const { time_zone: zone } = useViewer();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [only, setOnly] = useState<Only>('undelivered');
  const [queued, setQueued] = useState<number | null>(null);
  const range = { from: momentOf(from, zone), ...(to && { to: momentOf(to, zone) }), only };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(resendBody, range), async () => {
    setQueued(null);
    if (await resendAll(run, endpointId, range, setQueued)) router.refresh();
  });
  return (
    <form {...form} className="max-w-2xl space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          {...moment}
          name="from"
          label="What happened from"
          hint={`In ${zoneWords(zone)}, like every time here.`}
          value={from}
          onChange={setFrom}
          fault={fault('from')}
          required
        />
        <TextField
          {...moment}
          name="to"
          label="until"
          hint="Without it, until now."
          value={to}
          onChange={setTo}
          fault={fault('to')}
        />
      </div>
      <Choices legend="Which of it">
        <Choice
          type="radio"
          name="only"
          checked={only === 'undelivered'}
          onChange={() => setOnly('undelivered')}
          label="What this endpoint has not taken"
          hint="Also what happened while it was paused, or before it was added."
        />
        <Choice
          type="radio"
          name="only"
          checked={only === 'all'}
          onChange={() => setOnly('all')}
          label="Everything that it wants"
          hint="What it took, too. Messages keep their ids, so a receiver that knows them acts once."
        />
      </Choices>
      <ProblemCallout problem={problem} fields={['from', 'to']} />
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" className={buttonClass('small')} disabled={pending}>
          {pending ? `Queued ${(queued ?? 0).toLocaleString('en-GB')} …` : 'Send this range again'}
        </button>
      </div>
      {queued !== null && !pending && !problem && (
        <Callout tone={queued > 0 ? 'good' : 'plain'}>
          {queued > 0
            ? `${queued.toLocaleString('en-GB')} ${queued === 1 ? 'message is' : 'messages are'} on the way.`
            : 'There was nothing in that range to send again.'}
        </Callout>
      )}
    </form>
  );
}
