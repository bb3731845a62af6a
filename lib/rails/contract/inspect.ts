import { decodeFunctionData } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, ClaimId, Inspection } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { claimsIn } from './logs';

/**
 * Looks a hash up. A call straight to our contract is ours or a stranger's by its data; anything else (a Safe, a
 * relayer, an account-abstraction bundle) may carry the claim inside and is judged by its logs once mined.
 */
export async function inspect(facts: ClaimFacts, hash: string): Promise<Inspection> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(hash));
    if (seen.state === 'missing') return { state: 'missing' };
    const direct = seen.to === drawbridgeAddress.toLowerCase();
    const ours = direct && claimsOurs(facts, seen.input);
    const { sender, nonce } = seen;
    if (seen.state === 'waiting')
      return direct && !ours ? { state: 'stranger' } : { state: 'waiting', sender, nonce, ours };
    const log = claimsIn(seen.receipt.logs).find(
      (claim) => claim.vault === facts.vault && claim.claimId === facts.claimId,
    );
    if (log) return { state: 'paid', sender, nonce, log };
    const success = seen.receipt.status === 'success';
    if ((success && !ours) || (direct && !ours)) return { state: 'stranger' };
    return {
      state: 'reverted',
      sender,
      nonce,
      ours,
      blockNumber: seen.receipt.blockNumber,
      // A batch goes on without a claim that fails.
      reason: reason(success ? 'claim_skipped' : 'claim_reverted'),
    };
  });
}

/** The claims that a transfer paid, by its logs; null from a node that does not show it in a block. */
export function readPaid(chain: ChainKey, hash: string): Promise<ClaimId[] | null> {
  return reading(chain, async (client) => {
    const seen = await sight(client, hex(hash));
    return seen.state === 'mined' ? claimsIn(seen.receipt.logs) : null;
  });
}

function claimsOurs(facts: ClaimFacts, input: `0x${string}`): boolean {
  try {
    const call = decodeFunctionData({ abi: drawbridgeAbi, data: input });
    if (call.functionName === 'claim' || call.functionName === 'claimByKey') return sameId(facts, call.args[0]);
    return call.functionName === 'claimBatch' && call.args[0].some((payout) => sameId(facts, payout));
  } catch {
    return false;
  }
}

function sameId(facts: ClaimFacts, payout: { vault: string; payoutId: bigint }): boolean {
  return payout.payoutId === facts.claimId && payout.vault.toLowerCase() === facts.vault;
}
