/** Closed lists of words about wallets and addresses that are proved. */

/** How far a link is on which a wallet is to be shown. */
export const verificationStatuses = ['open', 'verified', 'expired'] as const;

/** How an attestation was checked: by its key, by the contract that stands there, or by one that is not deployed yet. */
export const attestationMethods = ['eip191', 'erc1271', 'erc6492'] as const;
export type AttestationMethod = (typeof attestationMethods)[number];

/** What shows that a recipient is the right one: a code that their mailbox got, or a message that their wallet signed. */
export const proofKinds = ['email', 'signature'] as const;
export type ProofKind = (typeof proofKinds)[number];
