import type { Tone } from '@/components/ui/status';
import type { CloseOnWire, DifferenceOnWire } from '@/lib/reconcile/core/schema';

type Standing = { tone: Tone; words: string };

/** How a closed day stands, in a word or two. */
export function closeStanding({ status, complete, differences }: CloseOnWire): Standing {
  if (status === 'not_checked') return { tone: 'warn', words: 'Not checked' };
  if (status === 'differences') return { tone: 'bad', words: `${differences.length} open` };
  return { tone: 'good', words: complete ? 'All green' : 'Green so far' };
}

export function differenceStanding({ status, resolved }: DifferenceOnWire): Standing {
  if (status === 'open') return { tone: 'bad', words: 'Not taken yet' };
  if (status === 'assigned') return { tone: 'warn', words: 'In hand' };
  return { tone: 'good', words: resolved?.by === 'gone' ? 'Gone by itself' : 'Resolved' };
}

/** The member who has it in hand, or answers for it until one has. */
export function ownerWords({ status, owner }: DifferenceOnWire): string {
  if (!owner) return 'nobody yet';
  return status === 'open' ? `${owner.name}, for now` : owner.name;
}

const accounts = {
  external: 'left the house',
  own_wallets: 'went to a wallet of yours',
  fees: 'was a cost',
} as const;

/** How it ended, as a sentence. */
export function endingOf({ resolved, payout }: DifferenceOnWire): string | null {
  if (!resolved) return null;
  const who = resolved.person ? ` by ${resolved.person.name}` : '';
  switch (resolved.by) {
    case 'payout':
      return `Booked as the payment of ${payout?.reference ?? 'a payout'}${who}.`;
    case 'account':
      return `Booked out of suspense${who}: it ${resolved.account ? accounts[resolved.account] : 'was explained'}.`;
    case 'reversed':
      return `The booking was taken back${who}.`;
    case 'explained':
      return `Explained${who}.`;
    case 'accepted':
      return `Taken for paid${who}.`;
    case 'refused':
      return `It does not count as paid${who}: the payout has failed.`;
    case 'gone':
      return 'It was no longer there at the next reading.';
  }
}

/** A day as people write it; the same for every reader, since a day of the books is one in UTC. */
export function dayWords(day: string): string {
  const shape = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', shape);
}

/** What lies between vault and books over all assets of a close: null where no vault was compared. */
export function gapsOf({ assets }: CloseOnWire): { symbol: string; value: string }[] | null {
  const compared = assets.filter(({ difference }) => difference !== null);
  if (compared.length === 0) return null;
  return compared.flatMap(({ symbol, difference }) =>
    difference && /[1-9]/.test(difference) ? [{ symbol, value: difference }] : [],
  );
}
