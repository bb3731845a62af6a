/** Closed lists of words about people, keys and what they may. */

export const scopes = [
  'payouts:read',
  'payouts:write',
  'payouts:pay',
  'webhooks:read',
  'webhooks:write',
  'gateways:read',
  'gateways:write',
  'exports:read',
] as const;
export type Scope = (typeof scopes)[number];

/** What a member of a merchant's team may do; an API key's scopes are some of these. */
export const permissions = [
  ...scopes,
  'payouts:approve',
  'payouts:overrule',
  'payouts:write_off',
  'vaults:read',
  'vaults:write',
  'ledger:read',
  'reconcile:read',
  'reconcile:write',
  'keys:read',
  'keys:write',
  'team:read',
  'team:write',
  'audit:read',
  'settings:read',
  'settings:write',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = ['owner', 'approver', 'payer', 'developer', 'viewer'] as const;
export type Role = (typeof roles)[number];

/** What a person can prove to be theirs. */
export const identityKinds = ['wallet', 'email'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** What opened a session: an identity, or a passkey of the person. */
export const signInKinds = [...identityKinds, 'passkey'] as const;
export type SignInKind = (typeof signInKinds)[number];

/** How a browser reaches what keeps a passkey. */
export const passkeyTransports = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const;
export type PasskeyTransport = (typeof passkeyTransports)[number];

/** What a proof is good for: getting in, going on with something grave, a further way to sign in, a wallet that pays. */
export const proofPurposes = ['sign_in', 'confirm', 'link', 'pay_from'] as const;
export type ProofPurpose = (typeof proofPurposes)[number];

export const actorKinds = ['api_key', 'user', 'claimant', 'system', 'operator', 'operator_key'] as const;
export type ActorKind = (typeof actorKinds)[number];
