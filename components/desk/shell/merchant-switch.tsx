'use client';
import { useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useMay, useViewer } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { Badge } from '@/components/ui/badge';
import { Icon } from '@/components/ui/figures/icon';
import { madeBusiness } from '@/lib/merchants/schema';

/** Which merchant the desk shows; with several, the way to another one. */
export function MerchantSwitch() {
  const { merchant, merchants } = useViewer();
  const [failed, setFailed] = useState(false);
  const go = async (merchantId: string) => {
    const body = { merchant_id: merchantId };
    const answer = await askDesk('/api/desk/merchant', { method: 'POST', body, merchantId: merchant.id });
    // The whole page is loaded: nothing of the other merchant may stay on the screen.
    if (answer.ok || answer.problem.code === 'merchant_changed') window.location.assign('/dashboard');
    else setFailed(true);
  };
  const name = (
    <span className="min-w-0">
      <span className="block truncate font-semibold" dir="auto">
        {merchant.name}
      </span>
      {merchant.test_mode && <span className="sr-only">, test money</span>}
    </span>
  );
  const mayOpenTwin = useMay('team:write');
  if (merchants.length < 2 && !mayOpenTwin) {
    return (
      <div className="flex min-h-10 items-center justify-between gap-2 px-2.5 text-sm">
        {name}
        {merchant.test_mode && <Badge>Test</Badge>}
      </div>
    );
  }
  return (
    <details data-menu className="group relative text-sm">
      <summary className="flex min-h-10 list-none items-center gap-2 rounded-lg px-2.5 hover:bg-line/50 [&::-webkit-details-marker]:hidden">
        {name}
        {merchant.test_mode && <Badge>Test</Badge>}
        <span className="ml-auto text-quiet group-open:rotate-180">
          <Icon name="down" />
        </span>
      </summary>
      <ul className="absolute inset-x-0 z-10 mt-1 rounded-lg border border-line bg-surface p-1 shadow-lg">
        {merchants.map(({ id, name: other, role, invited, test_mode }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => go(id)}
              aria-current={id === merchant.id ? 'true' : undefined}
              className="flex min-h-9 w-full items-center justify-between gap-3 rounded-md px-2 text-left hover:bg-sunken aria-[current]:font-medium"
            >
              <span className="flex min-w-0 items-center gap-2">
                <span className="truncate">{other}</span>
                {test_mode && <Badge>Test</Badge>}
              </span>
              <span className="shrink-0 text-xs text-quiet">{invited ? `join as ${role}` : role}</span>
            </button>
          </li>
        ))}
        {mayOpenTwin && (
          <li className="mt-1 border-t border-line pt-1">
            <Twin />
          </li>
        )}
      </ul>
      {failed && (
        <p role="alert" className="px-2.5 py-1 text-xs text-bad">
          That did not work. Try again.
        </p>
      )}
    </details>
  );
}

/** The way to the business's merchant of the other mode, which is opened where there is none yet. */
function Twin() {
  const { merchant } = useViewer();
  const { run, pending, problem } = useAction();
  const open = async () => {
    const answer = await run('/api/desk/merchant/twin', { method: 'POST', returns: madeBusiness });
    if (answer.ok) window.location.assign('/dashboard');
  };
  return (
    <>
      <button
        type="button"
        disabled={pending}
        onClick={open}
        className="flex min-h-9 w-full items-center rounded-md px-2 text-left hover:bg-sunken"
      >
        {merchant.test_mode ? 'Go to real money' : 'Go to test money'}
      </button>
      <ProblemCallout problem={problem} />
    </>
  );
}
