'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { useLive } from '@/components/desk/frame/live';
import { type PayoutFilters, type PayoutList, payoutNews, usualSort } from '@/lib/desk/list/schema';

/**
 * The rows of an open page, kept true in place: none moves, none goes, and what is newer is only counted until the
 * reader asks for it.
 */
export function usePayoutRows(list: PayoutList, filters: PayoutFilters) {
  const { merchant } = useViewer();
  const router = useRouter();
  const [shown, setShown] = useState({ list, rows: list.rows, newer: 0 });
  if (shown.list !== list) setShown({ list, rows: list.rows, newer: 0 });
  const ids = list.rows.map(({ id }) => id).join(',');
  const top = list.sort === usualSort && list.before === null ? list.rows[0]?.id : undefined;
  const search = new URLSearchParams({ ...filters, ids, ...(top && { top }) }).toString();
  const read = useCallback(async () => {
    if (!ids) return router.refresh();
    const answer = await askDesk(`/api/desk/payouts/news?${search}`, { merchantId: merchant.id, returns: payoutNews });
    if (!answer.ok) return;
    const { rows, newer } = answer.data;
    const now = new Map(rows.map((row) => [row.id, row]));
    setShown((before) => ({ ...before, rows: before.rows.map((row) => now.get(row.id) ?? row), newer }));
  }, [search, ids, merchant.id, router]);
  useLive(['payouts'], read);
  return { rows: shown.rows, newer: shown.newer, showNewer: () => router.refresh() };
}
