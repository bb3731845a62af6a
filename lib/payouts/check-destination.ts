import type { PublicClient } from 'viem';
import { shortAddress } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { readCodeKind } from '@/lib/evm/code';
import { isBlocked } from '@/lib/rails/wallet/blocklist';
import type { DestinationCheck, DestinationNote } from './payment-schema';
import type { Payout } from './store';

/** From here on an address belongs to somebody; below are precompiles, the zero address and typing errors. */
const lowest = 0x10000n;
const burnt = ['0x000000000000000000000000000000000000dead', '0xdead000000000000000042069420694206942069'];

/** What is worth a look before a contract is paid; everything else that is found here stops the payment. */
const warnings: readonly DestinationCheck[] = ['contract', 'resembles_known'];

/** Of a payout that may not exist yet; `sender` is null while nobody knows which wallet will pay. */
type Paid = Pick<Payout, 'id' | 'chain' | 'token' | 'symbol'>;
type Facts = { payout: Paid; recipient: string; sender: string | null; lookAlikes: string[] };

/** Everything that speaks against sending this payout's money to its recipient; empty when nothing does. */
export async function checkDestination(client: PublicClient, facts: Facts): Promise<DestinationNote[]> {
  const { payout, recipient, lookAlikes } = facts;
  const own = ownAddress(facts);
  if (own) return [note(payout, own[0], own[1])];
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

function ownAddress({ payout, recipient, sender }: Facts): [DestinationCheck, string] | null {
  if (BigInt(recipient) < lowest || burnt.includes(recipient)) {
    return ['burn_address', 'Nothing comes back from this address.'];
  }
  if (chainOf(payout.chain).tokens.some((token) => token.address.toLowerCase() === recipient)) {
    return ['token_itself', 'This is the address of a token, not of a wallet.'];
  }
  if (recipient === drawbridgeAddress.toLowerCase()) return ['payout_contract', 'This is the payout contract.'];
  return recipient === sender ? ['sender_itself', 'This is the wallet that would pay.'] : null;
}

function note(payout: Paid, check: DestinationCheck, text: string): DestinationNote {
  return { payout_id: payout.id, check, blocking: !warnings.includes(check), text };
}
