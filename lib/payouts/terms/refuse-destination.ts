import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { outcomeOfAddress } from '@/lib/wire/sandbox';
import type { DestinationCheck } from './destination-schema';
import { isVault } from './destination-store';

/** From here on an address may have an owner; below are precompiles, the zero address and typing errors. */
const lowest = 0x10000n;

/** Addresses that stand for "nobody" in other software; what is sent there stays there. */
const burnt: readonly string[] = [
  '0x000000000000000000000000000000000000dead',
  '0xdead000000000000000042069420694206942069',
  `0x${'e'.repeat(40)}`,
  `0x${'f'.repeat(40)}`,
];

export type LostAt = { check: DestinationCheck; text: string };

/** Why money sent to this address would be lost or stuck, on whichever rail; null where nothing does. `vaults`: where they are known to stand. */
export async function findLostAt(
  db: Queryable,
  chain: ChainKey,
  address: string,
  vaults?: ReadonlySet<string>,
): Promise<LostAt | null> {
  const isPlayed = !chainOf(chain).test && outcomeOfAddress(address) !== null;
  if (BigInt(address) < lowest || burnt.includes(address) || isPlayed) {
    return { check: 'burn_address', text: 'Nothing comes back from this address.' };
  }
  if (chainOf(chain).tokens.some((token) => token.address.toLowerCase() === address)) {
    return { check: 'token_itself', text: 'This is the address of a token, not of a wallet.' };
  }
  if (address === drawbridgeAddress.toLowerCase()) {
    return { check: 'payout_contract', text: 'This is the payout contract.' };
  }
  if (vaults ? vaults.has(address) : await isVault(db, address)) {
    return { check: 'vault', text: 'This is a vault that payouts are paid from.' };
  }
  return null;
}

/** The one rule of where nobody is paid: asked when a payout is made and again before anything is signed for it. */
export async function refuseLost(
  db: Queryable,
  chain: ChainKey,
  address: string,
  field: string,
  vaults?: ReadonlySet<string>,
): Promise<void> {
  const lost = await findLostAt(db, chain, address, vaults);
  if (lost) throw new Refusal('address_refused', { field, detail: lost.text, extra: { check: lost.check } });
}
