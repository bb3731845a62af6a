'use client';
import { useEffect, useRef, useState } from 'react';
import { askDesk, type Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { giveUpAnswer, holdAnswer } from '@/lib/by-hand/sightings/schema';
import { tabName } from './tab';

const giveUpPath = '/api/desk/payments/give-up';

export type Holding = {
  ids: readonly string[];
  until: string | null;
  pending: boolean;
  problem: Problem | null;
  /** Takes these payouts for this page, or keeps them longer. `takeOver`: what another tab of this person holds, too. */
  hold: (ids: readonly string[], takeOver?: readonly string[]) => Promise<boolean>;
  giveUp: (ids: readonly string[]) => Promise<void>;
};

/** What this page holds so that nobody else pays it. Leaving the page gives it up; so does time. */
export function useHold(): Holding {
  const { merchant } = useViewer();
  const { run, pending, problem } = useAction();
  const [held, setHeld] = useState<{ ids: readonly string[]; until: string | null }>({ ids: [], until: null });
  const latest = useRef<readonly string[]>([]);
  const keep = (ids: readonly string[], until: string | null) => {
    latest.current = ids;
    setHeld({ ids, until: ids.length > 0 ? until : null });
  };

  const hold: Holding['hold'] = async (ids, takeOver = []) => {
    if (takeOver.length > 0) {
      const freed = await run(giveUpPath, { method: 'POST', body: { payout_ids: takeOver }, returns: giveUpAnswer });
      if (!freed.ok) return false;
    }
    const body = { payout_ids: ids, tab: tabName() };
    const answer = await run('/api/desk/payments/hold', { method: 'POST', body, returns: holdAnswer });
    if (answer.ok) keep([...new Set([...latest.current, ...ids])], answer.data.held_until);
    return answer.ok;
  };
  const giveUp: Holding['giveUp'] = async (ids) => {
    if (ids.length === 0) return;
    const body = { payout_ids: ids, tab: tabName() };
    keep(
      latest.current.filter((id) => !ids.includes(id)),
      held.until,
    );
    await run(giveUpPath, { method: 'POST', body, returns: giveUpAnswer });
  };
  useEffect(() => {
    const leave = () => {
      if (latest.current.length === 0) return;
      const body = { payout_ids: latest.current, tab: tabName() };
      latest.current = [];
      void askDesk(giveUpPath, { method: 'POST', body, merchantId: merchant.id, keepalive: true });
    };
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [merchant.id]);
  return { ...held, pending, problem, hold, giveUp };
}
