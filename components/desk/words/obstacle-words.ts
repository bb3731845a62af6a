import type { Obstacle } from '@/db/vocabulary/payouts';

/** What keeps payouts from being paid, for the member who looks after them: how it stands, why, and what ends it. */
export const obstacleWords: Readonly<Record<Obstacle, { standing: string; why: string; ends: string }>> = {
  funds: {
    standing: 'Waits for funds',
    why: 'The vault holds too little.',
    ends: 'It goes on by itself once the vault holds enough.',
  },
  allowance: {
    standing: 'Waits for allowance',
    why: 'The vault allows the payout contract to take too little.',
    ends: 'It goes on by itself once the allowance is raised.',
  },
  signer_limit: {
    standing: 'Waits for the signer’s limit',
    why: 'Too little is left of what the vault lets our signer pay in 24 hours.',
    ends: 'That fills up by itself; a payout above the whole limit needs a higher one.',
  },
  signer_terms: {
    standing: 'Signer not allowed',
    why: 'The vault does not name our signer, its time is over, or the fee is above what it may sign.',
    ends: 'It goes on by itself once the vault names the signer with terms that allow it.',
  },
  token_paused: {
    standing: 'Token stopped',
    why: 'The token’s issuer has stopped all transfers of it.',
    ends: 'It goes on by itself when they allow transfers again; you cannot speed that up.',
  },
  vault_blocked: {
    standing: 'Vault blocked',
    why: 'The token’s issuer has blocked the vault.',
    ends: 'Only the issuer can lift that: write to them. You can pay it by hand from another wallet instead.',
  },
  recipient_blocked: {
    standing: 'Recipient blocked',
    why: 'The token’s issuer has blocked the wallet that it is for.',
    ends: 'Cancel it and make a new one to another wallet of theirs.',
  },
  token_fee: {
    standing: 'Token takes a part',
    why: 'The token keeps a part of each transfer now, so less than agreed would arrive.',
    ends: 'It goes on by itself once the whole amount arrives again.',
  },
  token_refuses: {
    standing: 'Token refuses',
    why: 'The token refuses this payment and does not say why.',
    ends: 'It goes on by itself once the token takes it; its issuer may know more.',
  },
  screening: {
    standing: 'Held by screening',
    why: 'Something speaks against the address that would be paid, or nobody could tell about it. The payout’s page says what was found.',
    ends: 'An owner decides on the payout’s page. Where nobody could tell, it is asked again at the next try.',
  },
  signer_declined: {
    standing: 'Your signer said no',
    why: 'Your own signer did not sign it; its last answer stands on the page Vaults.',
    ends: 'The recipient can try again at any time; it goes on once your signer signs it.',
  },
  signer_unreachable: {
    standing: 'Your signer is silent',
    why: 'Your own signer did not answer when it was asked for this payout.',
    ends: 'The recipient can try again at any time; it goes on once your signer answers.',
  },
  gateway_funds: {
    standing: 'Waits for funds',
    why: 'The hot wallet of the gateway holds too little.',
    ends: 'It goes on by itself once the hot wallet holds enough.',
  },
  gateway_coins: {
    standing: 'Waits for coins',
    why: 'The hot wallet of the gateway holds too few coins for the network fee.',
    ends: 'It goes on by itself once the hot wallet holds enough.',
  },
  gateway_unreachable: {
    standing: 'Gateway is silent',
    why: 'Your gateway did not answer, or is not ready.',
    ends: 'It goes on by itself within a minute once the gateway answers.',
  },
  gateway_refused: {
    standing: 'Gateway said no',
    why: 'Your gateway did not take it; what it said stands on the page of gateways.',
    ends: 'We try again every ten minutes, and at once when the gateway is changed here.',
  },
  other: {
    standing: 'Network refuses',
    why: 'The network would refuse the claim, and does not say why.',
    ends: 'The recipient can try again at any time; the first try that would pass goes on.',
  },
};
