import type { Problem } from '@/components/desk/frame/ask';
import type { GatewayFault } from '@/db/vocabulary/gateways';
import type { ProblemCode } from '@/lib/kernel/errors';

type FaultWords = { what: string; todo: string };

/** What keeps a gateway from being used, and what a person does about it. */
export const faultWords: Readonly<Record<GatewayFault, FaultWords>> = {
  unreachable: {
    what: 'It does not answer.',
    todo: 'See that it runs and that its address is right. Payouts wait and go on within a minute once it answers.',
  },
  not_a_gateway: {
    what: 'What answers at its address is not a gateway that we know.',
    todo: 'Look whether another server took its place. Nothing is handed to it meanwhile.',
  },
  login_refused: {
    what: 'It does not accept the login.',
    todo: 'Replace the login here with the one of its own pages.',
  },
  login_not_admin: {
    what: 'The login is not an admin’s: it may pay to one address only.',
    todo: 'Replace it with the login of an admin.',
  },
  key_refused: {
    what: 'It does not accept the API key.',
    todo: 'Replace the key with the one that it shows for its wallets.',
  },
  crypto_unknown: {
    what: 'It has switched a currency off, or calls it by another name.',
    todo: 'Switch it on there. For another name, disable this gateway and set it up again.',
  },
  wallet_unknown: {
    what: 'It does not say which wallet it pays from.',
    todo: 'See that its own wallet is set up and unlocked.',
  },
  wallet_offline: {
    what: 'Its own node of the network does not answer, so it cannot see its wallet.',
    todo: 'Payouts wait and go on by themselves once it can.',
  },
};

/** What keeps a gateway from being set up, said at the field that is to be changed. */
const refusalWords: Readonly<Partial<Record<ProblemCode, string>>> = {
  gateway_unreachable: 'Nothing answers at this address. See that the server runs and that the portal can reach it.',
  gateway_unknown_server:
    'A server answers here, and it is no SHKeeper. Give the address of its own pages, without /api.',
  gateway_login_refused: 'The server does not accept this login and password.',
  gateway_login_not_admin: 'This login is a store’s user, whose money may go to one address only. Give an admin’s.',
  gateway_key_refused: 'The server does not accept this API key.',
  gateway_wallet_offline: 'The server’s own node does not answer, so it cannot see its wallet. Try again once it does.',
  gateway_wallet_unknown:
    'The server does not say which wallet it pays from. See that its wallet is set up and unlocked.',
  gateway_crypto_unknown: 'The server does not pay that under this name.',
  hot_wallet_taken:
    'Another merchant of this portal pays from this hot wallet. If it is yours, prove it with its signature under Wallets, and set the gateway up again.',
};

/** The same refusal with our words in front of what the server said. */
export function inOwnWords(problem: Problem | null): Problem | null {
  const words = Object.entries(refusalWords).find(([code]) => code === problem?.code)?.[1];
  if (!problem || !words) return problem;
  const behind = (detail: string) => [words, detail].filter(Boolean).join(' ');
  const errors = problem.errors?.map((one) => ({ ...one, detail: behind(one.detail) }));
  return { ...problem, detail: behind(problem.detail), ...(errors && { errors }) };
}
