'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { useMayLift } from '@/components/operator/frame/use-may-lift';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import type { StopAnswer } from '@/lib/stops/schema';
import { type Halt, stopName } from './stop-words';

const noReason = 'No reason was given.';

type StopBoardProps = { stops: readonly StopAnswer[]; halts: readonly Halt[] };

/** One button for each scope, and what was stopped before. A click stops; the proof of who clicks follows where it is not fresh. */
export function StopBoard({ stops, halts }: StopBoardProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const mayStop = useMayOperate('stops:write');
  const mayLift = useMayLift();
  const [reason, setReason] = useState('');
  const live = stops.filter(({ lifted }) => lifted === null);
  const send = async (path: string, body: Record<string, unknown>) => {
    const answer = await run(path, { method: 'POST', body: { ...body, reason: reason.trim() || noReason } });
    if (answer.ok) setReason('');
    router.refresh();
  };
  const stopped = ({ body, value }: Halt) => live.find((one) => one.scope === body.scope && one.value === value);
  const button: StopButton = (stop, name, body) =>
    mayStop &&
    (!stop || mayLift(stop)) && (
      <button
        type="button"
        className={buttonClass(stop ? 'small' : 'smallPrimary')}
        disabled={pending}
        aria-label={`${stop ? 'Lift' : 'Stop'}: ${name}`}
        onClick={() => (stop ? send(`/api/operator/stops/${stop.id}/lift`, {}) : send('/api/operator/stops', body))}
      >
        {stop ? 'Lift' : 'Stop'}
      </button>
    );
  return (
    <div className="space-y-6">
      {mayStop && (
        <TextField
          label="Why"
          name="reason"
          maxLength={300}
          value={reason}
          onChange={setReason}
          hint="Kept in the operators’ audit. Nobody else reads it."
        />
      )}
      <ProblemCallout problem={problem} />
      <Section title="What may be signed and sent">
        <ul className="divide-y divide-line">
          {halts.map((halt) => (
            <Line key={halt.name} name={halt.name} stop={stopped(halt)}>
              {button(stopped(halt), halt.name, halt.body)}
            </Line>
          ))}
          {live
            .filter(({ scope }) => scope === 'merchant' || scope === 'token')
            .map((stop) => (
              <Line key={stop.id} name={stopName(stop, halts)} stop={stop}>
                {button(stop, stopName(stop, halts), {})}
              </Line>
            ))}
        </ul>
        {mayStop && <Named button={button} />}
      </Section>
      <Lifted stops={stops} halts={halts} />
    </div>
  );
}

type StopButton = (stop: StopAnswer | undefined, name: string, body: Record<string, unknown>) => React.ReactNode;

/** What has no line of its own until it is stopped. */
function Named({ button }: { button: StopButton }) {
  const [merchant, setMerchant] = useState('');
  const [asset, setAsset] = useState('');
  return (
    <div className="flex flex-wrap items-end gap-3 border-line border-t pt-4">
      <TextField
        label="A merchant"
        name="merchant_id"
        placeholder="mer_…"
        mono
        value={merchant}
        onChange={setMerchant}
      />
      {button(undefined, 'this merchant', { scope: 'merchant', merchant_id: merchant.trim() })}
      <TextField label="A token" name="asset" placeholder="base:USDC" mono value={asset} onChange={setAsset} />
      {button(undefined, 'this token', { scope: 'token', asset: asset.trim() })}
    </div>
  );
}

function Lifted({ stops, halts }: StopBoardProps) {
  if (!stops.some(({ lifted }) => lifted)) return null;
  return (
    <Section title="Lifted">
      <ul className="divide-y divide-line text-sm">
        {stops.map((stop) => stop.lifted && <Past key={stop.id} stop={stop} name={stopName(stop, halts)} />)}
      </ul>
    </Section>
  );
}

function Line({ name, stop, children }: { name: string; stop?: StopAnswer; children: React.ReactNode }) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 py-3">
      <span>
        {name}
        <span className="block text-quiet text-sm">
          {stop ? (
            <>
              <strong className="font-medium text-bad">Stopped</strong> since <Time iso={stop.since} />:{' '}
              <bdi>{stop.reason}</bdi>
            </>
          ) : (
            'Goes on'
          )}
        </span>
      </span>
      {children}
    </li>
  );
}

function Past({ stop, name }: { stop: StopAnswer; name: string }) {
  return (
    <li className="py-2">
      {name}: <Time iso={stop.since} /> to {stop.lifted && <Time iso={stop.lifted.at} />}.{' '}
      <span className="text-quiet">
        <bdi>{stop.reason}</bdi> · <bdi>{stop.lifted?.reason}</bdi>
      </span>
    </li>
  );
}
