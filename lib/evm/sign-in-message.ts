import { getAddress, isAddress } from 'viem';
import { createSiweMessage, parseSiweMessage } from 'viem/siwe';

/** What a Sign-In with Ethereum message (EIP-4361) says, as far as we use the standard: no scheme, no resources. */
export type SignInMessage = {
  domain: string;
  /** Lower case. */
  address: `0x${string}`;
  statement: string;
  uri: string;
  chainId: number;
  nonce: string;
  issuedAt: Date;
  expiresAt: Date;
  notBefore?: Date;
};

export function writeSignInMessage({ expiresAt, address, ...facts }: SignInMessage): string {
  return createSiweMessage({ ...facts, address: getAddress(address), version: '1', expirationTime: expiresAt });
}

const maxCharacters = 2000;

/**
 * Reads a message, or answers null where it is not exactly what the standard says, with an address in its checksum
 * form and an end: what is read must be all that was signed, so that no reader sees another message than we do.
 */
export function readSignInMessage(text: string): SignInMessage | null {
  if (text.length > maxCharacters) return null;
  const { address, domain, uri, nonce, statement, chainId, issuedAt, expirationTime, notBefore } =
    parseSiweMessage(text);
  if (!address || !isAddress(address) || !domain || !uri || !nonce || !statement) return null;
  if (chainId === undefined || !issuedAt || !expirationTime) return null;
  const message: SignInMessage = {
    ...{ domain, address, statement, uri, chainId, nonce, issuedAt, expiresAt: expirationTime },
    ...(notBefore && { notBefore }),
  };
  return isWhole(text, message) ? { ...message, address: `0x${address.slice(2).toLowerCase()}` } : null;
}

/** Whether the text says just this. */
function isWhole(text: string, message: SignInMessage): boolean {
  try {
    return writeSignInMessage(message) === text;
  } catch {
    return false;
  }
}
