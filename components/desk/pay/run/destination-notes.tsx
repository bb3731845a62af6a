'use client';
import { buttonClass } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Icon } from '@/components/ui/figures/icon';
import type { PayLine } from '@/lib/desk/pay/schema';
import type { DestinationNote } from '@/lib/payouts/terms/destination-schema';

/** The payouts that cannot be signed as they are. */
export function blockedIn(notes: readonly DestinationNote[]): string[] {
  return [...new Set(notes.filter((note) => note.blocking).map((note) => note.payout_id))];
}

export function keyOf({ payout_id, check, text }: DestinationNote): string {
  return `${payout_id} ${check} ${text}`;
}

type DestinationNotesProps = {
  notes: readonly DestinationNote[];
  lines: readonly PayLine[];
  accepted: ReadonlySet<string>;
  onAccept: (key: string, on: boolean) => void;
  onLeaveOut: (id: string) => void;
};

/** What speaks against a destination: some of it stops the payment, the rest is accepted one by one, what was given up for all. */
export function DestinationNotes({ notes, lines, accepted, onAccept, onLeaveOut }: DestinationNotesProps) {
  if (notes.length === 0) return null;
  const given = notes.filter(({ check }) => check === 'given_up_before');
  const payoutOf = (id: string) => lines.find(({ payout }) => payout.id === id)?.payout;
  return (
    <ul aria-label="Destinations to look at" className="space-y-2 text-sm">
      {given.length > 1 && (
        <li className="rounded-lg bg-warn-ground px-3.5 py-2.5 text-warn">
          <Choice
            type="checkbox"
            label={`I looked into the wallets named below: nothing was signed for any of these ${given.length}`}
            checked={given.every((note) => accepted.has(keyOf(note)))}
            onChange={(event) => {
              for (const note of given) onAccept(keyOf(note), event.target.checked);
            }}
          />
        </li>
      )}
      {notes.map((note) => {
        const payout = payoutOf(note.payout_id);
        const tone = note.blocking ? 'bg-bad-ground text-bad' : 'bg-warn-ground text-warn';
        return (
          <li key={keyOf(note)} className={`space-y-2 rounded-lg px-3.5 py-2.5 ${tone}`}>
            <p className="flex items-start gap-2">
              <span className="pt-0.5">
                <Icon name="alert" />
              </span>
              <span className="min-w-0">
                <strong className="font-semibold wrap-anywhere">
                  <bdi>{payout?.reference}</bdi>
                </strong>
                : {note.text}
                <span className="mt-1 block font-mono text-xs break-all">{payout?.recipient.address}</span>
              </span>
            </p>
            <div className="flex flex-wrap items-center justify-between gap-2 pl-6">
              {note.blocking ? (
                <p>It cannot be paid there. Ask the recipient for another address, and make a new payout.</p>
              ) : (
                <Choice
                  type="checkbox"
                  label={
                    note.check === 'given_up_before'
                      ? 'I looked into that wallet: nothing of it was signed'
                      : 'I checked this address with a source that I trust'
                  }
                  checked={accepted.has(keyOf(note))}
                  onChange={(event) => onAccept(keyOf(note), event.target.checked)}
                />
              )}
              <button type="button" className={buttonClass('small')} onClick={() => onLeaveOut(note.payout_id)}>
                Leave it out
              </button>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
