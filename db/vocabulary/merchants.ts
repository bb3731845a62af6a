/** Closed lists of words about merchants. */

/** Whether a merchant pays with real money. */
export const merchantModes = ['live', 'test'] as const;
export type MerchantMode = (typeof merchantModes)[number];

/** The way from a name to a first payout, in order. */
export const guideSteps = [
  'branding',
  'assets',
  'vault',
  'terms',
  'approvals',
  'api_key',
  'webhook',
  'first_payout',
] as const;
export type GuideStep = (typeof guideSteps)[number];

/** What a merchant's picture may be: nothing that a browser could run. */
export const logoTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type LogoType = (typeof logoTypes)[number];
