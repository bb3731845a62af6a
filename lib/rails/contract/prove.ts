import {
  decodeFunctionData,
  erc20Abi,
  getAbiItem,
  parseEventLogs,
  type TransactionReceipt,
  toFunctionSelector,
} from 'viem';
import type { Facts } from '@/db/vocabulary/reasons';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { sight } from '@/lib/evm/transactions';
import type { ClaimFacts, ClaimLog, PaymentLog, Proof } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { claimsIn } from './logs';
import { isNamed } from './voucher';

/** The key of the payout's link, if it has one, and the end of both. */
type Keyed = { recipientKey: string | null; expiresAt: Date };

/** A payout's claim, and where it is said to stand. */
type LoggedClaim = { facts: ClaimFacts; keyed: Keyed; log: PaymentLog };

/** Reads the receipt again and holds it against what the payout should be; any difference is named, none is excused. */
export async function prove(facts: ClaimFacts, keyed: Keyed, log: PaymentLog): Promise<Proof> {
  const [proof = { state: 'absent' }] = await proveTogether([{ facts, keyed, log }]);
  return proof;
}

/** The same of claims that one transfer paid, from one reading of its receipt. */
export async function proveTogether(claims: readonly LoggedClaim[]): Promise<Proof[]> {
  const [first] = claims;
  if (!first) return [];
  const { chain } = first.facts;
  const { hash } = first.log;
  if (claims.some(({ facts, log }) => facts.chain !== chain || log.hash !== hash)) {
    throw new Error('Only claims of one transfer are proved together');
  }
  return reading(chain, async (client) => {
    const seen = await sight(client, hex(hash));
    if (seen.state !== 'mined') return claims.map(() => ({ state: 'absent' }) as const);
    const shown = { ...seen, claims: claimsIn(seen.receipt.logs) };
    return Promise.all(claims.map((one) => proveIn(shown, one)));
  });
}

type Shown = { input: string; receipt: TransactionReceipt; claims: ClaimLog[] };

async function proveIn(shown: Shown, { facts, keyed, log }: LoggedClaim): Promise<Proof> {
  if (shown.receipt.blockHash.toLowerCase() !== log.blockHash) return { state: 'absent' };
  const proof = judge(facts, log, shown);
  if (proof.state !== 'proved' || keyed.recipientKey === null) return proof;
  return {
    ...proof,
    byKey: await isNamedIn(shown.input, facts, keyed.recipientKey, keyed.expiresAt, proof.recipient),
  };
}

const byKeySelector = toFunctionSelector(getAbiItem({ abi: drawbridgeAbi, name: 'claimByKey' })).slice(2);
/** So many calls by a key are looked for in one transfer. */
const maxCalls = 100;

/**
 * Whether a call by the key of a link is in what was sent, alone or inside another contract's call, and the key named this
 * recipient in it: its signature is what counts, not the place.
 */
async function isNamedIn(
  input: string,
  facts: ClaimFacts,
  key: string,
  deadline: Date,
  recipient: string,
): Promise<boolean> {
  let at = input.indexOf(byKeySelector);
  for (let call = 0; at >= 0 && call < maxCalls; call++) {
    const signature = keySignatureIn(hex(`0x${input.slice(at)}`), recipient);
    if (signature !== null && (await isNamed(facts, { key, recipient, signature }, deadline))) return true;
    at = input.indexOf(byKeySelector, at + 1);
  }
  return false;
}

function keySignatureIn(data: `0x${string}`, recipient: string): string | null {
  try {
    const call = decodeFunctionData({ abi: drawbridgeAbi, data });
    return call.functionName === 'claimByKey' && call.args[1].toLowerCase() === recipient ? call.args[3] : null;
  } catch {
    return null;
  }
}

function judge(facts: ClaimFacts, log: PaymentLog, { receipt, claims }: Shown): Proof {
  const claim = claims.find((entry) => entry.logIndex === log.logIndex);
  if (receipt.status !== 'success' || !claim) return { state: 'differs', because: reason('no_claim_reported') };
  // The contract moves first and reports then: what stands before an earlier report is that claim's.
  const earlier = Math.max(-1, ...claims.map(({ logIndex }) => logIndex).filter((index) => index < log.logIndex));
  const own = receipt.logs.filter(({ logIndex }) => logIndex > earlier && logIndex < log.logIndex);
  const differences = {
    ...(claim.vault !== facts.vault && { vault: true }),
    ...(claim.claimId !== facts.claimId && { claim_id: true }),
    ...(claim.token !== facts.token && { token: true }),
    ...(claim.gross !== facts.gross && { amount: true }),
    ...(claim.fee !== facts.fee && { fee: true }),
    ...shortfall('recipient', facts, own, claim.recipient, facts.gross - facts.fee),
    ...(facts.fee > 0n && shortfall('fee', facts, own, facts.feeCollector, facts.fee)),
  };
  if (Object.keys(differences).length === 0) return { state: 'proved', recipient: claim.recipient };
  return { state: 'differs', because: reason('not_as_agreed', { ...differences, ...assetOf(facts) }) };
}

/** What an address got instead of what it should have got, in base units; nothing where one movement is exactly that. */
function shortfall(
  who: 'recipient' | 'fee',
  facts: ClaimFacts,
  logs: TransactionReceipt['logs'],
  to: string,
  agreed: bigint,
): Facts {
  const amounts = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs })
    .filter(
      ({ address, args }) =>
        address.toLowerCase() === facts.token &&
        args.from.toLowerCase() === facts.vault &&
        args.to.toLowerCase() === to,
    )
    .map(({ args }) => args.value);
  if (amounts.includes(agreed)) return {};
  const got = amounts.reduce((sum, amount) => sum + amount, 0n);
  return { [`${who}_got`]: got.toString(), [`${who}_due`]: agreed.toString() };
}

function assetOf({ chain, token }: ClaimFacts): Facts {
  const known = chainOf(chain).tokens.find((one) => one.address.toLowerCase() === token);
  return { symbol: known?.symbol ?? 'base units', decimals: known?.decimals ?? 0 };
}
