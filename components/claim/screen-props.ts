import type { ClaimView } from '@/lib/claims/schema';

/** What every screen is given. */
export type ScreenProps = { view: ClaimView; token: string; walletConnectProjectId: string };
