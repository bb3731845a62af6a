import type { PublicClient } from 'viem';
import { shortAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { readCodeKind } from '@/lib/evm/code';
import type { Payout } from '@/lib/payouts/store';
import { isBlocked } from '@/lib/rails/wallet/blocklist';
import type { DestinationCheck, DestinationNote } from './destination-schema';
import type { LostAt } from './refuse-destination';

/** What is worth a look before a contract is paid; everything else that is found here stops the payment. */
const warnings: readonly DestinationCheck[] = ['contract', 'resembles_known'];

/** The fields of a payout, or of a draft; `sender` is null while nobody knows which wallet will pay. */
type Paid = Pick<Payout, 'id' | 'chain' | 'token' | 'symbol'>;
type Facts = {
  payout: Paid;
  recipient: string;
  sender: string | null;
  /** Why nobody at all is paid there: `findLostAt`. */
  lost: LostAt | null;
  lookAlikes: string[];
};

/** Everything that speaks against sending this payout's money to its recipient; empty when nothing does. */
export async function checkDestination(client: PublicClient, facts: Facts): Promise<DestinationNote[]> {
  const { payout, recipient, sender, lost, lookAlikes } = facts;
  if (lost) return [note(payout, lost.check, lost.text)];
  if (recipient === sender) return [note(payout, 'sender_itself', 'This is the wallet that would pay.')];
  const [code, blocked] = await Promise.all([
    readCodeKind(client, recipient),
    isBlocked(client, payout.token, recipient),
  ]);
  const notes: DestinationNote[] = [];
  if (blocked) {
    notes.push(note(payout, 'blocked_by_token', `The issuer of ${payout.symbol} has blocked this address.`));
  }
  if (code === 'contract') {
    const where = chainOf(payout.chain).name;
    notes.push(
      note(payout, 'contract', `A contract stands at this address on ${where}. Can it give the money back out?`),
    );
  }
  for (const known of lookAlikes) {
    const text = `It looks like ${shortAddress(known)}, which you paid before, and is another address.`;
    notes.push(note(payout, 'resembles_known', text));
  }
  return notes;
}

function note(payout: Paid, check: DestinationCheck, text: string): DestinationNote {
  return { payout_id: payout.id, check, blocking: !warnings.includes(check), text };
}
