import type { PublicClient } from 'viem';
import { parseAbi } from 'viem';
import type { Obstacle } from '@/db/vocabulary/payouts';
import { hex } from '@/lib/chains/address';
import { missingAs } from '@/lib/evm/missing-as';
import type { VaultState } from '@/lib/rails/rail';
import { isBlocked } from '@/lib/rails/wallet/blocklist';

const switches = parseAbi([
  'function paused() view returns (bool)',
  'function basisPointsRate() view returns (uint256)',
  'function maximumFee() view returns (uint256)',
]);

/** Whether the token keeps a part of what is sent, as Tether's can be told to. */
export async function takesPart(client: PublicClient, token: string): Promise<boolean> {
  const call = { address: hex(token), abi: switches } as const;
  const [rate, most] = await Promise.all([
    client.readContract({ ...call, functionName: 'basisPointsRate' }).catch(missingAs(0n)),
    client.readContract({ ...call, functionName: 'maximumFee' }).catch(missingAs(null)),
  ]);
  return rate > 0n && most !== 0n;
}

async function isPaused(client: PublicClient, token: string): Promise<boolean> {
  const call = { address: hex(token), abi: switches, functionName: 'paused' } as const;
  return client.readContract(call).catch(missingAs(false));
}

const pauses = /paus/i;
const blocks = /black|block|frozen|freeze|denied|deny|sanction|restrict/i;

type RefusedPayment = { token: string; vault: string; word: string };

/** Why the token refuses every payment of a vault: asked of the token itself, since many refuse without a word. */
export async function whyRefused(
  client: PublicClient,
  refused: RefusedPayment,
): Promise<NonNullable<VaultState['token']>> {
  const { token, vault, word } = refused;
  const [paused, blocked] = await Promise.all([isPaused(client, token), isBlocked(client, token, vault)]);
  if (paused || pauses.test(word)) return 'token_paused';
  return blocked || blocks.test(word) ? 'vault_blocked' : 'token_refuses';
}

/** The same of one recipient, where the vault may pay others. */
export async function whyRefusedTo(client: PublicClient, token: string, to: string, word: string): Promise<Obstacle> {
  return blocks.test(word) || (await isBlocked(client, token, to)) ? 'recipient_blocked' : 'token_refuses';
}
