import type { TokenFinding } from '@/db/vocabulary/chains';
import { checksumAddress } from '@/lib/chains/address';
import type { AddedTokenAnswer } from './schema';
import type { AddedToken } from './store';

const words: Record<TokenFinding, string> = {
  proxy: 'It is a proxy: its owner can change what the token does after this look.',
  pausable: 'Its issuer can stop all transfers. Payouts wait while it is paused.',
  blocklist: 'Its issuer can block addresses. A blocked vault cannot pay, and a blocked recipient cannot be paid.',
  fee_possible: 'It can be told to keep a part of what is sent. It does not now; payouts wait when it does.',
  code_changed:
    'Its code has changed since it was listed: its owner may have changed what it does. It was stopped then, until an operator lifts that.',
  refused_now: 'A transfer that was rehearsed again did not bring what was sent, or was refused.',
  look_alike: 'It would be taken for another token.',
};

export function presentToken(row: AddedToken): AddedTokenAnswer {
  const { chain, token, symbol, name, decimals, status, findings, resembles, proposerId, agreedBy } = row;
  return {
    ...{ id: `${chain}:${token}`, chain, address: checksumAddress(token), symbol, name, decimals, status, resembles },
    findings: findings.map((code) => ({ code, text: words[code] })),
    ...{ proposed_by: proposerId, agreed_by: agreedBy },
    ...{ created_at: row.createdAt.toISOString(), listed_at: row.listedAt?.toISOString() ?? null },
  };
}
