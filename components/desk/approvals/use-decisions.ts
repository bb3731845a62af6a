'use client';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Problem } from '@/components/desk/frame/ask';
import { useAction } from '@/components/desk/frame/use-action';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';
import { payoutAnswer } from '@/lib/wire/payout';

export type Refused = { line: AwaitingLine; problem: Problem };
export type Decided = {
  verb: 'approved' | 'rejected';
  lines: readonly AwaitingLine[];
  /** Approved, and still in need of another member. */
  waiting: number;
  refused: readonly Refused[];
};

/** A person who does not confirm their identity, or is signed out, is not asked again for the rest. */
const stopping = ['step_up_required', 'signed_out', 'forbidden', 'merchant_changed', 'unreachable'];

/** Approves or rejects one after another, so that each has its own answer. */
export function useDecisions() {
  const { run } = useAction();
  const router = useRouter();
  const underWay = useRef(false);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [decided, setDecided] = useState<Decided | null>(null);
  /** What this page decided itself, so that nobody is told that others did. */
  const own = useRef(new Set<string>());

  const decide = async (lines: readonly AwaitingLine[], reason: string | null): Promise<boolean> => {
    if (underWay.current) return false;
    underWay.current = true;
    setDecided(null);
    setBusy(new Set(lines.map(({ payout }) => payout.id)));
    const done: AwaitingLine[] = [];
    const refused: Refused[] = [];
    let waiting = 0;
    for (const line of lines) {
      const path = `/api/desk/payouts/${line.payout.id}/${reason === null ? 'approve' : 'reject'}`;
      const body = reason === null ? { digest: line.approval.digest } : { reason };
      own.current.add(line.payout.id);
      const answer = await run(path, { method: 'POST', body, returns: payoutAnswer });
      if (answer.ok) {
        done.push(line);
        if (answer.data.status !== 'awaiting_approval') continue;
        // Another member has the last word.
        own.current.delete(line.payout.id);
        waiting += 1;
        continue;
      }
      own.current.delete(line.payout.id);
      refused.push({ line, problem: answer.problem });
      if (stopping.includes(answer.problem.code)) break;
    }
    underWay.current = false;
    setBusy(new Set());
    setDecided({ verb: reason === null ? 'approved' : 'rejected', lines: done, waiting, refused });
    router.refresh();
    return done.length > 0;
  };
  return { decide, busy, decided, own, clear: () => setDecided(null) };
}
