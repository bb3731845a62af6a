'use client';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';
import { type PayoutRow, payoutNews } from '@/lib/desk/list/schema';

/** What others decided while this page was open: a row does not just vanish. */
export function useMeanwhile(lines: readonly AwaitingLine[], own: RefObject<Set<string>>) {
  const { merchant } = useViewer();
  const before = useRef<readonly string[]>([]);
  const [gone, setGone] = useState<readonly PayoutRow[]>([]);
  useEffect(() => {
    const now = new Set(lines.map(({ payout }) => payout.id));
    const left = before.current.filter((id) => !now.has(id) && !own.current.has(id)).slice(0, 100);
    before.current = [...now];
    if (left.length === 0) return;
    const path = `/api/desk/payouts/news?ids=${left.join(',')}`;
    void askDesk(path, { merchantId: merchant.id, returns: payoutNews }).then((answer) => {
      if (answer.ok) setGone((rows) => [...answer.data.rows, ...rows].slice(0, 20));
    });
  }, [lines, own, merchant.id]);
  return { gone, clear: () => setGone([]) };
}
