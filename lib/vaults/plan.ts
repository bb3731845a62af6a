import type { PublicClient } from 'viem';
import { checksumAddress, explainChecksum, readAddress } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf, findToken } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { maxFeeOf } from '@/lib/merchants/max-fee';
import { approveCall, type HandCall } from '@/lib/rails/wallet/calls';
import { rehearse } from '@/lib/rails/wallet/rehearse';
import { maxTerms, setGuardianCall, setSignerCall } from './calls';
import { unlimitedFrom } from './coverage';
import { planRevoke } from './plan-revoke';
import type { Named } from './read-signers';
import type { TokenReading, VaultReading } from './read-vault';
import type { CallBody } from './schema';
import type { Terms, Vault } from './store';

/** What a call would do, before it is tried: the call, who may send it, and what changes. */
export type Plan = {
  call: HandCall;
  sender: string;
  title: string;
  words: string[];
  warnings: string[];
  changes: { name: string; before: string; after: string }[];
  more: boolean;
};

export type Token = { terms: Terms; address: string; decimals: number; committed: bigint };
export type Facts = {
  vault: Vault;
  tokens: readonly Token[];
  read: VaultReading;
  /** Everybody the vault ever named; only where the call is about them. */
  named: readonly Named[];
  now: Date;
};

const usualGas = 120_000n;

export const fault = (field: string, detail: string) => new Refusal('invalid_request', { errors: [{ field, detail }] });

/** Turns a member's wish into the one call that their wallet would sign next. */
export function planCall(client: PublicClient, body: CallBody, facts: Facts): Promise<Plan> | Plan {
  switch (body.kind) {
    case 'allowance':
      return planAllowance(client, body, facts);
    case 'signer':
      return planSigner(body, facts);
    case 'revoke':
      return planRevoke(body, facts);
    case 'guardian':
      return planGuardian(body, facts);
  }
}

export type CallWish<Kind> = Extract<CallBody, { kind: Kind }>;

function tokenOf({ tokens, read, vault }: Facts, symbol: string): Token & { found: TokenReading } {
  const token = tokens.find(({ terms }) => terms.symbol === symbol);
  const found = token && read.tokens.get(token.address);
  if (token && found) return { ...token, found };
  const detail = `This vault pays out no ${symbol} on ${chainOf(vault.chain).name}.`;
  throw new Refusal('asset_unavailable', { field: 'asset', detail });
}

async function planAllowance(client: PublicClient, body: CallWish<'allowance'>, facts: Facts): Promise<Plan> {
  const { vault } = facts;
  const { address: token, decimals, committed, found, terms } = tokenOf(facts, body.asset);
  const { symbol } = terms;
  const money = (units: bigint) => (units >= unlimitedFrom ? 'no limit' : `${formatAmount(units, decimals)} ${symbol}`);
  const wanted = parseAmount(body.amount, decimals, 'amount');
  if (wanted >= unlimitedFrom) throw fault('amount', 'This is more than any vault holds; a finite allowance is safer.');
  if (wanted === found.allowance) throw fault('amount', `The allowance is ${money(wanted)} already.`);
  const more = await needsZeroFirst(client, { vault, token, wanted, allowance: found.allowance });
  const next = more ? 0n : wanted;
  const warnings = [];
  if (wanted < committed) {
    const waits = 'Open payouts beyond the allowance wait for funds until you raise it, and go on by themselves then.';
    const late =
      'A claim that is being sent right now may be refused by the network. None is lost, and no money moves.';
    warnings.push(`${money(committed)} are promised, more than this allowance. ${waits} ${late}`);
  }
  if (more) {
    const step = `First the allowance goes to 0 (this call), then to ${money(wanted)} (one more to sign).`;
    warnings.push(`${symbol} takes a change only through 0. ${step} In between, claims wait for funds.`);
  }
  return {
    call: approveCall(token, next),
    sender: vault.address,
    title: next === 0n ? `Take back the allowance in ${symbol}` : `Allow ${money(next)}`,
    words: [
      next === 0n
        ? `Afterwards the payout contract may take no ${symbol} from the vault.`
        : `Afterwards the payout contract may take up to ${money(next)} from the vault for payouts that your signer signed.`,
      'Only the permission changes. No tokens move.',
    ],
    warnings,
    changes: [{ name: `Allowance in ${symbol}`, before: money(found.allowance), after: money(next) }],
    more,
  };
}

type Change = { vault: Vault; token: string; wanted: bigint; allowance: bigint };

/** Some tokens refuse a change between two amounts: asked of the token itself, not looked up in a list. */
async function needsZeroFirst(client: PublicClient, { vault, token, wanted, allowance }: Change): Promise<boolean> {
  if (wanted === 0n || allowance === 0n) return false;
  const direct = await rehearse(client, vault.address, approveCall(token, wanted), usualGas);
  if (direct.ok) return false;
  return (await rehearse(client, vault.address, approveCall(token, 0n), usualGas)).ok;
}

function planSigner(body: CallWish<'signer'>, facts: Facts): Plan {
  const { vault, read, now } = facts;
  const { address: token, decimals, found, terms } = tokenOf(facts, body.asset);
  const { symbol, maximum } = terms;
  const fee = maxFeeOf(terms);
  const money = (units: bigint) => `${formatAmount(units, decimals)} ${symbol}`;
  const capacity = parseAmount(body.capacity, decimals, 'capacity');
  const feeCeiling = parseAmount(body.fee_ceiling, decimals, 'fee_ceiling');
  const expiresAt = new Date(body.expires_at);
  const expiry = BigInt(Math.floor(expiresAt.getTime() / 1000));
  if (capacity === 0n) throw fault('capacity', 'Must be above 0; to stop the signer, revoke it.');
  if (capacity > maxTerms.capacity)
    throw fault('capacity', `The contract can hold at most ${money(maxTerms.capacity)}.`);
  if (feeCeiling > maxTerms.feeCeiling) {
    throw fault('fee_ceiling', `The contract can hold at most ${money(maxTerms.feeCeiling)}.`);
  }
  if (expiresAt <= now || expiresAt <= read.block.time) throw fault('expires_at', 'Must be in the future.');
  if (expiry > maxTerms.expiry) throw fault('expires_at', 'The contract can hold no moment after February 2106.');
  const warnings = [];
  if (capacity < maximum) {
    warnings.push(`Your largest payout is ${money(maximum)}: one above ${money(capacity)} could never be claimed.`);
  }
  if (feeCeiling < fee) {
    const refused = terms.feeCeiling === null ? 'every payout' : 'payouts that cost more than it';
    warnings.push(
      `Your fee is ${terms.feeCeiling === null ? '' : 'up to '}${money(fee)}: with this ceiling the contract refuses ${refused}.`,
    );
  }
  if (found.signer && capacity < found.signer.capacity) {
    warnings.push('If others may know the signer’s key, revoke it instead: within lower limits they can go on.');
  }
  const { signer } = found;
  const none = 'not set';
  const line = (name: string, before: string | null, after: string) => ({ name, before: before ?? none, after });
  return {
    call: setSignerCall(vault.signerAddress, token, { capacity, feeCeiling, expiry }),
    sender: vault.address,
    title: signer ? `Change the signer’s limits in ${symbol}` : `Name the signer for ${symbol}`,
    words: [
      `The portal’s signer may sign payouts of up to ${money(capacity)}, refilled over 24 hours, each with a fee of at most ${money(feeCeiling)}.`,
      ...(found.signer ? ['What it has used of its last 24 hours stays used.'] : []),
      'Only the permission changes. No tokens move.',
    ],
    warnings,
    changes: [
      line('Capacity in 24 hours', signer && money(signer.capacity), money(capacity)),
      line('Highest fee of a payout', signer && money(signer.feeCeiling), money(feeCeiling)),
      line('Valid until', signer && moment(signer.expiry), moment(expiry)),
    ],
    more: false,
  };
}

/** To the minute in UTC, as it stands in the call. */
function moment(seconds: bigint): string {
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

function planGuardian(body: CallWish<'guardian'>, { vault, read }: Facts): Plan {
  const guardian = body.guardian === null ? null : readAddress(body.guardian);
  if (body.guardian !== null && !guardian) throw fault('guardian', explainChecksum(body.guardian));
  const taken = guardian !== null && [vault.address, vault.signerAddress, drawbridgeAddress.toLowerCase()];
  if (taken && (taken.includes(guardian) || BigInt(guardian) === 0n || isToken(vault, guardian))) {
    throw fault('guardian', 'Must be a wallet apart from the vault, its signer, the contract and the tokens.');
  }
  if (guardian === read.guardian) throw fault('guardian', 'It is this one already.');
  return {
    call: setGuardianCall(guardian),
    sender: vault.address,
    title: guardian ? 'Name a guardian' : 'Take the guardian away',
    words: guardian
      ? [`${checksumAddress(guardian)} may revoke the signer and cancel single payouts.`, 'It can pay nobody.']
      : ['Afterwards only the vault’s own wallet can stop the signer.'],
    warnings: [],
    changes: [
      {
        name: 'Guardian',
        before: read.guardian ? checksumAddress(read.guardian) : 'none',
        after: guardian ? checksumAddress(guardian) : 'none',
      },
    ],
    more: false,
  };
}

function isToken({ chain }: Vault, address: string): boolean {
  return chainOf(chain).tokens.some((token) => token.address.toLowerCase() === address);
}

/** What this vault may be asked to do something with. */
export function tokensOf(vault: Vault, terms: readonly Terms[]): Omit<Token, 'committed'>[] {
  return terms.flatMap((one) => {
    const token = one.chain === vault.chain && findToken(vault.chain, one.symbol);
    return token ? [{ terms: one, address: token.address.toLowerCase(), decimals: token.decimals }] : [];
  });
}
