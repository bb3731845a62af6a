import type { ClaimView } from '@/lib/payouts/schema';

/** What every screen is given. */
export type ScreenProps = { view: ClaimView; token: string; walletConnectProjectId: string };
