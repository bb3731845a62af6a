import type { Obstacle } from '@/db/vocabulary/payouts';
import { chainOf, findToken } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { formatAmount } from '@/lib/kernel/money';
import type { Due, VaultCheck } from './vault-watch-store';

const causes: Record<Obstacle, string> = {
  token_paused: 'The token’s issuer has stopped all transfers of it. That passes only when they allow them again.',
  vault_blocked:
    'The token’s issuer has blocked your vault. Ask them why; nothing can leave it before they unblock it.',
  token_fee:
    'The token keeps a part of each transfer now, so that less than agreed would arrive. Nothing is paid with it.',
  signer_terms: 'Your vault does not name our signer, its time is over, or your fee is above what it may sign.',
  funds: 'Your vault holds too little. Send it more of the token.',
  allowance: 'Your vault allows the payout contract to take too little. Raise the allowance.',
  signer_limit: 'What your vault lets our signer pay in 24 hours is used up. It fills up by itself, or you raise it.',
  recipient_blocked: 'The token’s issuer has blocked the recipient.',
  token_refuses: 'The token refuses payments from your vault and does not say why.',
  screening: 'Something speaks against the recipient, or nobody could tell about them.',
  signer_declined: 'Your own signer did not sign.',
  signer_unreachable: 'Your own signer did not answer.',
  gateway_funds: 'The hot wallet of your gateway holds too little.',
  gateway_coins: 'The hot wallet of your gateway holds too few coins for the network fee.',
  gateway_unreachable: 'Your gateway does not answer.',
  gateway_refused: 'Your gateway takes no orders.',
  other: 'The network refuses payments from your vault.',
};

/** Tells the keeper of a vault what it cannot pay, why, and where to mend it. */
export function vaultMail({ vault, symbol }: Due, { obstacle, missing, payable }: VaultCheck, cause: Obstacle) {
  const chain = chainOf(vault.chain);
  const decimals = findToken(vault.chain, symbol)?.decimals ?? 0;
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  const subject = obstacle
    ? `Your ${symbol} vault on ${chain.name} cannot pay`
    : `Your ${symbol} vault on ${chain.name} cannot pay all that is promised`;
  const short = `It can pay ${money(payable)}; ${money(missing)} more are promised.`;
  return {
    subject,
    text: [
      causes[cause],
      ...(missing > 0n ? [short] : []),
      'Nothing is lost: payouts that it cannot pay wait, and go on by themselves as soon as it can.',
      `Your vaults: ${env.BASE_URL}/dashboard/vaults`,
      'If it is in order again and fails once more, we write again in six hours at the earliest.',
    ].join('\n\n'),
  };
}
