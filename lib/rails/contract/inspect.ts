import { decodeFunctionData, type Hex, recoverAddress } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, ClaimId, Inspection, Voucher } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { claimsIn } from './logs';
import { digestOf } from './voucher';

/**
 * Looks a hash up. A call straight to our contract is ours or a stranger's by its data; anything else (a Safe, a
 * relayer, an account-abstraction bundle) may carry the claim inside and is judged by its logs once mined. One that waits to be
 * mined is ours only where `signer`, the vault's, signed it: anybody can send a call that names the payout and never pays.
 */
export async function inspect(facts: ClaimFacts, signer: string, hash: string): Promise<Inspection> {
  return reading(facts.chain, async (client) => {
    const seen = await sight(client, hex(hash));
    if (seen.state === 'missing') return { state: 'missing' };
    const direct = seen.to === drawbridgeAddress.toLowerCase();
    const claim = direct ? findClaim(facts, seen.input) : null;
    const ours = claim !== null;
    const { sender, nonce } = seen;
    if (seen.state === 'waiting') {
      if (direct && !claim) return { state: 'stranger' };
      const late = claim !== null && claim.voucher.message.deadline < (await client.getBlock()).timestamp;
      const signed = claim !== null && !late && (await isSignedBy(signer, claim));
      return { state: 'waiting', sender, nonce, ours: signed, late };
    }
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

type SignedCall = { voucher: Voucher; signature: Hex };

/** The claim of this payout in a call of our contract, with or without a good signature. */
function findClaim(facts: ClaimFacts, input: Hex): SignedCall | null {
  return claimsOf(facts, input).find(({ voucher: { message } }) => sameId(facts, message)) ?? null;
}

function claimsOf({ chain }: ClaimFacts, data: Hex): SignedCall[] {
  const to = { chainId: chainOf(chain).id, contract: drawbridgeAddress };
  try {
    const call = decodeFunctionData({ abi: drawbridgeAbi, data });
    if (call.functionName === 'claim') {
      return [{ voucher: { ...to, kind: 'Payout', message: call.args[0] }, signature: call.args[1] }];
    }
    if (call.functionName === 'claimByKey') {
      const [{ claimKey: recipient, ...rest }, , signature] = call.args;
      return [{ voucher: { ...to, kind: 'KeyPayout', message: { ...rest, recipient } }, signature }];
    }
    if (call.functionName !== 'claimBatch') return [];
    const [payouts, signatures] = call.args;
    return payouts.map((message, index) => ({
      voucher: { ...to, kind: 'Payout', message },
      signature: signatures[index] ?? '0x',
    }));
  } catch {
    return [];
  }
}

async function isSignedBy(signer: string, { voucher, signature }: SignedCall): Promise<boolean> {
  const by = await recoverAddress({ hash: digestOf(voucher), signature }).catch(() => null);
  return by?.toLowerCase() === signer;
}

function sameId(facts: ClaimFacts, payout: { vault: string; payoutId: bigint }): boolean {
  return payout.payoutId === facts.claimId && payout.vault.toLowerCase() === facts.vault;
}
