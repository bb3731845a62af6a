import type { ClaimView } from '@/lib/claims/schema';
import type { ClaimSay } from './claim-say';

/** What every screen is given. */
export type ScreenProps = {
  view: ClaimView;
  token: string;
  walletConnectProjectId: string;
  say: ClaimSay;
  /** Behind each address of our own: `?lang=fr` where the page was asked for in a language. */
  query: string;
};
