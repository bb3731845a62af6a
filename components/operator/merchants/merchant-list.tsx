'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import { useMayLift } from '@/components/operator/frame/use-may-lift';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import { type MerchantForOperator, type SeenPayouts, seenPayouts } from '@/lib/operators/merchants/schema';
import { CloseMerchant } from './close-merchant';

/** Each merchant with its state, what it paid in thirty days, its limits, and what an operator may do about it. */
export function MerchantList({ merchants }: { merchants: readonly MerchantForOperator[] }) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const [seen, setSeen] = useState<{ id: string; payouts: SeenPayouts } | null>(null);
  const send = async (path: string, method: 'POST' | 'DELETE', body?: object) => {
    await run(path, { method, body });
    router.refresh();
  };
  const look = async (id: string) => {
    const path = `/api/operator/merchants/${id}/payouts`;
    const answer = await run(path, { method: 'POST', returns: seenPayouts });
    if (answer.ok) setSeen({ id, payouts: answer.data });
  };
  return (
    <div className="space-y-4">
      <ProblemCallout problem={problem} />
      <ul className="space-y-3">
        {merchants.map((merchant) => (
          <li key={merchant.id} className="rounded-lg border border-line bg-surface px-4 py-3">
            <Facts merchant={merchant} />
            <Buttons merchant={merchant} pending={pending} send={send} look={look} />
            {seen?.id === merchant.id && <Payouts of={merchant.name} payouts={seen.payouts} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Facts({ merchant }: { merchant: MerchantForOperator }) {
  const { name, id, mode, state, people, stops, limits, open_payouts: open, volume, created_at: at } = merchant;
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-2 font-medium">
        <bdi>{name}</bdi>
        {mode === 'test' && <Badge>Test</Badge>}
        {state !== 'open' && <Badge>{state === 'closed' ? 'Closed' : 'Closing'}</Badge>}
        {state !== 'closed' && stops.length > 0 && (
          <Badge>{stops.some(({ suspends }) => suspends) ? 'Suspended' : 'Stopped'}</Badge>
        )}
      </h2>
      <p className="text-sm text-quiet">
        <span className="font-mono text-xs">{id}</span> · since <Time iso={at} /> ·{' '}
        {people === 0 ? 'nobody has joined yet' : `${people} in its team`} · {open} open
      </p>
      {state === 'closing' && (
        <p className="text-sm text-warn">
          It makes no payouts any more, and is closed by itself once nothing of it is open.
        </p>
      )}
      {stops.map((stop) => (
        <p key={stop.id} className="text-sm text-warn">
          <bdi>{stop.reason}</bdi>
        </p>
      ))}
      {limits && (
        <p className="text-sm">
          Limited to {limits.payouts_per_day} payouts a day of at most {limits.coins_per_payout} coins each.
        </p>
      )}
      <p className="text-sm">
        {volume.length === 0
          ? 'Nothing paid within thirty days.'
          : volume
              .map(
                ({ chain, asset, payouts, amount, fees }) =>
                  `${payouts === 1 ? 'One payout' : `${payouts} payouts`} on ${chainOf(chain).name}: ${amount} ${asset}, of it ${fees} in fees`,
              )
              .join(' · ')}
      </p>
    </>
  );
}

type ButtonsProps = {
  merchant: MerchantForOperator;
  pending: boolean;
  send: (path: string, method: 'POST' | 'DELETE', body?: object) => Promise<void>;
  look: (id: string) => Promise<void>;
};

function Buttons({ merchant, pending, send, look }: ButtonsProps) {
  const { id, name, limits } = merchant;
  const mayChange = useMayOperate('merchants:write');
  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <button type="button" className={buttonClass('small')} disabled={pending} onClick={() => look(id)}>
        Look at its payouts<span className="sr-only"> of {name}</span>
      </button>
      <Suspension {...{ merchant, pending, send }} />
      {mayChange && limits && (
        <button
          type="button"
          className={buttonClass('small')}
          disabled={pending}
          onClick={() => send(`/api/v1/operator/merchants/${id}/limits`, 'DELETE')}
        >
          Lift its limits<span className="sr-only"> of {name}</span>
        </button>
      )}
      {mayChange && <CloseMerchant merchant={merchant} />}
    </div>
  );
}

function Suspension({ merchant: { id, name, state, stops }, pending, send }: Omit<ButtonsProps, 'look'>) {
  const mayStop = useMayOperate('stops:write');
  const mayLift = useMayLift();
  const suspended = stops.find(({ suspends }) => suspends);
  if (!mayStop || state === 'closed') return null;
  if (suspended && !mayLift(suspended)) {
    return <p className="text-sm text-quiet">Another operator suspended it. An admin can resume it.</p>;
  }
  const suspend = {
    scope: 'merchant',
    merchant_id: id,
    suspends: true,
    reason: 'Suspended from the list of merchants',
  };
  const lift = { reason: 'Resumed from the list of merchants' };
  return (
    <button
      type="button"
      className={buttonClass('small')}
      disabled={pending}
      onClick={() =>
        suspended
          ? send(`/api/operator/stops/${suspended.id}/lift`, 'POST', lift)
          : send('/api/operator/stops', 'POST', suspend)
      }
    >
      {suspended ? 'Resume' : 'Suspend'}
      <span className="sr-only"> {name}</span>
    </button>
  );
}

function Payouts({ of, payouts }: { of: string; payouts: SeenPayouts }) {
  return (
    <div className="mt-3 space-y-2">
      <p className="text-sm text-quiet">That you looked is in this merchant’s audit. To whom they go is not shown.</p>
      <Table caption={`The newest payouts of ${of}`}>
        <Head>
          <Th>Payout</Th>
          <Th>Status</Th>
          <Th end>Amount</Th>
          <Th>Made</Th>
        </Head>
        <Body>
          {payouts.data.map(({ id, status, amount, asset, chain, created_at: at }) => (
            <Row key={id}>
              <Td className="font-mono">{id}</Td>
              <Td>{status.replaceAll('_', ' ')}</Td>
              <Td end>
                {amount} {asset} on {chain}
              </Td>
              <Td>
                <Time iso={at} />
              </Td>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}
