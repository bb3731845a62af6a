import { decodeFunctionData, type Hex, recoverAddress } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, ClaimId, ClaimLog, Inspection, Voucher } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { claimsIn } from './logs';
import { digestOf } from './voucher';

/**
 * Looks a hash up. A call straight to our contract is ours or a stranger's by its data; anything else (a Safe, a
 * relayer, an account-abstraction bundle) may carry the claim inside and is judged by its logs once mined. One that waits to be
 * mined is ours only where `signer`, the vault's, signed it: anybody can send a call that names the payout and never pays.
 */
export async function inspect(facts: ClaimFacts, signer: string, hash: string): Promise<Inspection> {
  const [seen = { state: 'missing' }] = await inspectAll(facts.chain, [{ facts, signer }], hash);
  return seen;
}

/** Without a signer where the call is one that we sent: what is in it, we had signed. */
type Wanted = { facts: ClaimFacts; signer: string | null };

/** What a hash is to each of several payouts, from one reading of it. */
export function inspectAll(chain: ChainKey, wanted: readonly Wanted[], hash: string): Promise<Inspection[]> {
  return reading(chain, async (client) => {
    const seen = await sight(client, hex(hash));
    if (seen.state === 'missing') return wanted.map(() => ({ state: 'missing' }) as const);
    const direct = seen.to === drawbridgeAddress.toLowerCase();
    const calls = new Map(direct ? claimsOf(chain, seen.input).map((call) => [nameOfCall(call), call]) : []);
    if (seen.state === 'mined') {
      const logs = new Map(claimsIn(seen.receipt.logs).map((log) => [nameOf(log), log]));
      return wanted.map(({ facts }) => judgeMined(seen, direct, calls.has(nameOf(facts)), logs.get(nameOf(facts))));
    }
    const time = calls.size > 0 ? (await client.getBlock()).timestamp : 0n;
    return Promise.all(
      wanted.map(({ facts, signer }) => judgeWaiting(seen, { direct, call: calls.get(nameOf(facts)), signer, time })),
    );
  });
}

type Sent = Extract<Awaited<ReturnType<typeof sight>>, { sender: string }>;
type Waiting = { direct: boolean; call: SignedCall | undefined; signer: string | null; time: bigint };

async function judgeWaiting({ sender, nonce }: Sent, { direct, call, signer, time }: Waiting): Promise<Inspection> {
  if (direct && !call) return { state: 'stranger' };
  const late = call !== undefined && call.voucher.message.deadline < time;
  const ours = call !== undefined && !late && (signer === null || (await isSignedBy(signer, call)));
  return { state: 'waiting', sender, nonce, ours, late };
}

function judgeMined(
  { sender, nonce, receipt }: Extract<Sent, { state: 'mined' }>,
  direct: boolean,
  ours: boolean,
  log: ClaimLog | undefined,
): Inspection {
  if (log) return { state: 'paid', sender, nonce, log };
  const success = receipt.status === 'success';
  if ((success && !ours) || (direct && !ours)) return { state: 'stranger' };
  // A batch goes on without a claim that fails.
  const because = reason(success ? 'claim_skipped' : 'claim_reverted');
  return { state: 'reverted', sender, nonce, ours, blockNumber: receipt.blockNumber, reason: because };
}

/** The claims that a transfer paid, by its logs; null from a node that does not show it in a block. */
export function readPaid(chain: ChainKey, hash: string): Promise<ClaimId[] | null> {
  return reading(chain, async (client) => {
    const seen = await sight(client, hex(hash));
    return seen.state === 'mined' ? claimsIn(seen.receipt.logs) : null;
  });
}

type SignedCall = { voucher: Voucher; signature: Hex };

const nameOf = ({ vault, claimId }: ClaimId) => `${vault} ${claimId}`;
const nameOfCall = ({ voucher: { message } }: SignedCall) => `${message.vault.toLowerCase()} ${message.payoutId}`;

/** The claims in a call of our contract, with or without good signatures. */
function claimsOf(chain: ChainKey, data: Hex): SignedCall[] {
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
