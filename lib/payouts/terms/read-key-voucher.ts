import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { checksumAddress } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { lockClaimId } from '@/lib/payouts/locked-store';
import type { CreatePayoutBody } from '@/lib/payouts/schema';
import { findByClaimId } from '@/lib/payouts/store';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimId } from '@/lib/rails/rail';
import type { Draft } from './check-terms';

/** Below it the portal counts ids itself. */
const firstOwnId = 2n ** 128n;
const endOfIds = 2n ** 256n;
/** As `expires_in` of a payout, in seconds. */
const lasts = { least: 60, most: 366 * 86_400 } as const;

export type KeyVoucher = { claimId: bigint; expiresAt: Date; keyVoucher: string };

const refused = (field: string, detail: string, terms = {}) =>
  new Refusal('voucher_refused', { field: `recipient.voucher.${field}`, detail, extra: terms });

/**
 * What the merchant's own signer signed of a payout before it was made: null where it is asked later. Each term of it must be the
 * payout's own. Refuses: voucher_refused, recipient_unsupported.
 */
export async function readKeyVoucher(
  ctx: Context,
  merchantId: string,
  body: CreatePayoutBody,
  { recipient, vault, money, token, needed }: Draft,
): Promise<KeyVoucher | null> {
  const given = body.recipient.type === 'anyone' ? body.recipient.voucher : undefined;
  if (!given) return null;
  const { recipientKey: key } = recipient;
  if (!key || !vault) throw refused('signature', 'It is for a link with a key of its own: name its `claim_key`.');
  if (needed > 0)
    throw refused('signature', 'This payout has to be approved first, and what is signed could be paid before.');
  const claimId = BigInt(given.payout_id);
  if (claimId < firstOwnId || claimId >= endOfIds)
    throw refused('payout_id', 'It must be at least 2^128 and below 2^256.');
  const isMade = await refuseTaken(ctx.db, { merchantId, vaultId: vault.id, claimId, reference: body.reference });
  if (!isMade && (await isUsed(body.chain, { vault: vault.address, claimId })))
    throw refused('payout_id', 'The contract has used this number before.');
  // Before a date is made of it: no date is so far away as a number can be.
  const seconds = given.deadline - ctx.clock.now().getTime() / 1000;
  if (seconds < lasts.least || seconds > lasts.most)
    throw refused('deadline', 'It must be a minute to 366 days from now.');
  const expiresAt = new Date(given.deadline * 1000);
  const facts = {
    ...{ chain: body.chain, vault: vault.address, token: token.address.toLowerCase() },
    ...{ gross: money.gross, fee: money.fee, feeCollector: vault.feeCollector, claimId },
  };
  const by = { signer: vault.signerAddress, signature: given.signature };
  if (await contractRail.claims.isSignedForKey(facts, key, expiresAt, by)) {
    return { claimId, expiresAt, keyVoucher: given.signature };
  }
  throw refused('signature', 'The vault’s signer did not sign exactly this.', {
    ...{ signer: checksumAddress(vault.signerAddress), chain_id: chainOf(body.chain).id, contract: drawbridgeAddress },
    ...{ vault: checksumAddress(vault.address), token: token.address, claim_key: checksumAddress(key) },
    ...{ amount: String(money.gross), fee: String(money.fee), fee_collector: checksumAddress(vault.feeCollector) },
    ...{ payout_id: given.payout_id, deadline: given.deadline },
  });
}

type Numbered = { merchantId: string; vaultId: string; claimId: bigint; reference: string };

/** Whether the payout of this reference, and no other one, has the number already. */
async function refuseTaken(db: Queryable, { merchantId, vaultId, claimId, reference }: Numbered): Promise<boolean> {
  const taken = await findByClaimId(db, merchantId, vaultId, claimId);
  if (taken && taken.reference !== reference) throw refused('payout_id', 'Another payout has this number.');
  return taken !== null;
}

/**
 * What was paid or burnt before a payout is made is no claim of it: it could neither be paid nor be proved unpaid. A network
 * that does not answer keeps nobody from making one.
 */
function isUsed(chain: ChainKey, id: ClaimId): Promise<boolean> {
  return reading(chain, (client) => contractRail.readUsed(client, [id], 'latest')).then(
    ([used]) => used === true,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === 'chain_unavailable') return false;
      throw error;
    },
  );
}

/** The same where it is written: of two that bring one number at one time the second waits here, and is refused. */
export async function takeNumber(tx: Tx, numbered: Numbered): Promise<void> {
  await lockClaimId(tx, numbered.vaultId, numbered.claimId);
  await refuseTaken(tx, numbered);
}
