/** What a signer of the merchant's own said, or what came instead of an answer, in words. Its codes are its own: docs/remote-signer.md. */
const words: Readonly<Record<string, string>> = {
  contract_not_allowed: 'it signs for another contract',
  vault_not_allowed: 'it does not sign for this vault',
  token_not_allowed: 'it does not sign for this token',
  recipient_not_allowed: 'the recipient is not on its list',
  fee_not_allowed: 'the fee is more, or for another collector, than it allows',
  deadline_too_far: 'the voucher would be good for longer than it allows',
  over_payout_limit: 'it is more than one payout may be',
  over_day_limit: 'its limit of the day is used up',
  key_not_allowed: 'the link’s key is not the one that it knows, or the payout has one and was asked for without',
  payout_unknown: 'it does not know this payout',
  paused: 'it is stopped',
  no_answer: 'no answer came in time',
  answer_unproved: 'its answer was not proved with the secret',
  answer_unreadable: 'its answer is not one that we can read',
  wrong_signature: 'its signature is not of the address that you named, or over something else',
};

export function signerWords(code: string): string {
  const status = /^status_(\d+)$/.exec(code)?.[1];
  return words[code] ?? (status ? `it answered ${status}` : `its word for it: ${code}`);
}
