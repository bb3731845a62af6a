import type { ClaimView } from '@/lib/claims/schema';
import { isClaimed } from '@/lib/rails/traits';

type RelayState = NonNullable<ClaimView['relay']['state']>;

/** What the page shows: each is a line of `screens.tsx`, or a component of its own name beside it. */
export type Screen =
  | 'ready'
  | 'sent'
  | 'relaying'
  | 'awaiting_approval'
  | 'lapsed'
  | 'by_hand'
  | 'to_be_sent'
  | 'awaiting_funds'
  | 'obstructed'
  | 'stopped'
  | 'network_down'
  | 'reverted'
  | 'replaced'
  | 'dropped'
  | 'processing'
  | 'completed'
  | 'already_paid'
  | 'cancelling'
  | 'cancelled'
  | 'expired'
  | 'failed';

/** What is not claimed reads as what a person sends: to its recipient it makes no difference who does. */
export function wordedAs(rail: ClaimView['rail'], delivery: ClaimView['delivery'] = 'claim'): 'contract' | 'wallet' {
  return isClaimed(rail) && delivery === 'claim' ? 'contract' : 'wallet';
}

/** For this long a paid link greets its holder with the good news; later it says that it was used. */
const freshFor = 15 * 60_000;

function isRelayed({ relay }: ClaimView, states: readonly RelayState[]): boolean {
  return relay.state !== null && states.includes(relay.state);
}

/** Asked for, and kept from the network by something that the reader is told. */
export function waitsToBeSent(view: ClaimView): boolean {
  return view.relay.reason !== null && isRelayed(view, ['queued', 'sending']);
}

function pendingScreen(view: ClaimView): Screen {
  if (view.cancellation) return 'cancelling';
  const last = view.transfer?.status;
  if (last === 'submitted' && isClaimed(view.rail)) return 'sent';
  if (view.obstacle === 'stopped' && !view.expired && !isRelayed(view, ['sent', 'paid'])) return 'stopped';
  if (isRelayed(view, ['sending', 'sent', 'paid'])) {
    return view.delivery === 'send' && waitsToBeSent(view) ? 'to_be_sent' : 'relaying';
  }
  if (view.expired) return 'expired';
  if (view.status === 'awaiting_approval') return 'awaiting_approval';
  if (view.delivery === 'send') return 'to_be_sent';
  if (!isClaimed(view.rail)) return 'by_hand';
  if (isRelayed(view, ['queued'])) return 'relaying';
  if (view.display?.lapsed) return 'lapsed';
  if (view.coverage.state === 'short') return 'awaiting_funds';
  if (view.coverage.state === 'blocked') return 'obstructed';
  if (view.coverage.state === 'unknown') return 'network_down';
  return last === 'reverted' || last === 'replaced' || last === 'dropped' ? last : 'ready';
}

export function screenOf(view: ClaimView, now: Date): Screen {
  switch (view.status) {
    case 'awaiting_approval':
    case 'pending':
      return pendingScreen(view);
    case 'completed':
      return view.completed_at && now.getTime() - Date.parse(view.completed_at) > freshFor
        ? 'already_paid'
        : 'completed';
    case 'processing':
    case 'failed':
    case 'cancelled':
    case 'expired':
      return view.status;
  }
}

/** Whether our account sent what is on its way, so that no wallet of the reader did. */
export function isSentForThem(view: ClaimView): boolean {
  return view.delivery === 'send' || isRelayed(view, ['sent', 'paid']);
}

/** In which tense the page speaks of the money. */
export function tenseOf(screen: Screen): 'now' | 'done' | 'never' {
  if (screen === 'completed' || screen === 'already_paid') return 'done';
  return screen === 'cancelled' || screen === 'expired' || screen === 'failed' ? 'never' : 'now';
}

export type Pace = 'fast' | 'slow' | 'still';

/** How eagerly the page asks for news. */
export function paceOf(screen: Screen): Pace {
  if (screen === 'processing' || screen === 'sent' || screen === 'relaying') return 'fast';
  const over = screen === 'completed' || screen === 'already_paid' || screen === 'cancelled' || screen === 'expired';
  return over ? 'still' : 'slow';
}
