import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { checksumAddress, explainChecksum, hex, readAddress } from '@/lib/chains/address';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { chainOf } from '@/lib/chains/registry';
import { standard } from '@/lib/dialects/standard';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';
import { checkTarget, operatorRules, rulesOf } from '@/lib/outgoing/target-url';
import type { SignatureAnswer, Voucher } from '@/lib/rails/rail';
import { changeSigner, findVault, type Vault } from '@/lib/vaults/store';
import { askRemote } from './ask';
import type { ChooseSignerBody, OfferedSigner, OfferSignerBody, TriedSigner, VaultSigner } from './schema';
import { countKeyLinks, findRemote, forgetOthers, insertRemote, lockVault, selectRemotes } from './store';
import { presentRemote, presentSigner } from './view';

async function ownVault(ctx: Context, merchantId: string, id: string): Promise<Vault> {
  const vault = await findVault(ctx.db, merchantId, id);
  if (!vault) throw new Refusal('not_found', { detail: `There is no vault ${id}.` });
  return vault;
}

/** The address of a key that can sign for this vault by the contract's rules. */
function signerAddress(text: string, vault: Vault): string {
  const field = 'address';
  const address = readAddress(text);
  if (!address) throw new Refusal('address_refused', { field, detail: explainChecksum(text) });
  const taken = [vault.address, drawbridgeAddress.toLowerCase(), `0x${'0'.repeat(40)}`];
  const isOurs = vault.signerKey !== null && address === vault.signerAddress;
  if (!taken.includes(address) && !isOurs) return address;
  const detail = 'It must be the address of a key that was made for this alone.';
  throw new Refusal('address_refused', { field, detail });
}

/**
 * Sets up a signer that the merchant keeps itself; nothing signs otherwise yet. Its secret is in this answer and in no later
 * one. Refuses: not_found, target_refused, address_refused, step-up.
 */
export async function offerSigner(ctx: Context, vaultId: string, body: OfferSignerBody): Promise<OfferedSigner> {
  const { merchantId } = requirePermission(ctx, 'vaults:write');
  requireStepUp(ctx);
  const vault = await ownVault(ctx, merchantId, vaultId);
  const address = signerAddress(body.address, vault);
  const { href: url, host } = await checkTarget(body.url, rulesOf(merchantId, operatorRules));
  const now = ctx.clock.now();
  const id = newId('remoteSigner', now.getTime());
  const secret = standard.newSecret('hmac');
  const row = { id, merchantId, vaultId, url, address, secret: seal(secret, id), createdAt: now };
  const made = await ctx.db.transaction(async (tx) => {
    const locked = await lockVault(tx, merchantId, vaultId);
    if (!locked) throw new Refusal('not_found');
    await forgetOthers(tx, locked);
    const after = { signer: checksumAddress(address), host };
    await audit(tx, ctx, { merchantId, action: 'vault.signer_offered', subjectId: vaultId, after, now });
    return insertRemote(tx, row);
  });
  return { signer: presentRemote(made), secret };
}

/** A voucher that the contract can never take: its deadline is the year 1970. */
function trialVoucher(vault: Vault): Voucher {
  const { id: chainId, tokens } = chainOf(vault.chain);
  const own = hex(vault.address);
  const money = { token: tokens[0]?.address ?? own, amount: 1n, fee: 0n, feeCollector: hex(vault.feeCollector) };
  const nobody = hex(`0x${'0'.repeat(36)}dead`);
  const message = { vault: own, recipient: nobody, ...money, payoutId: 0n, deadline: 0n };
  return { chainId, contract: drawbridgeAddress, kind: 'Payout', message };
}

async function tryOut(ctx: Context, merchantId: string, vault: Vault, signerId: string) {
  const remote = await findRemote(ctx.db, merchantId, signerId);
  if (!remote || remote.vaultId !== vault.id) throw new Refusal('not_found', { detail: `There is no ${signerId}.` });
  return { remote, said: await askRemote(ctx, remote, trialVoucher(vault), null) };
}

const codeOf = (said: SignatureAnswer) => (said.ok ? null : (said.word ?? 'no_answer'));

/** Asks a merchant's signer for a signature that is worth nothing, and says what came. Refuses: not_found, step-up. */
export async function trySigner(ctx: Context, vaultId: string, signerId: string): Promise<TriedSigner> {
  const { merchantId } = requirePermission(ctx, 'vaults:write');
  requireStepUp(ctx);
  const { said } = await tryOut(ctx, merchantId, await ownVault(ctx, merchantId, vaultId), signerId);
  return { ok: said.ok, code: codeOf(said) };
}

/** The signer's columns of a vault whose payouts the portal signs again, with a key that was never used before. */
function portalSigner(vault: Vault) {
  const key = generatePrivateKey();
  const address = privateKeyToAccount(key).address.toLowerCase();
  return { signerAddress: address, signerKey: seal(key, vault.id), remoteSignerId: null };
}

type Chosen = Pick<Vault, 'signerAddress' | 'signerKey' | 'remoteSignerId'>;

async function chosen(ctx: Context, merchantId: string, vault: Vault, signer: string): Promise<Chosen> {
  if (signer === 'portal') return vault.signerKey === null ? portalSigner(vault) : vault;
  const { remote, said } = await tryOut(ctx, merchantId, vault, signer);
  if (said.ok) return { signerAddress: remote.address, signerKey: null, remoteSignerId: remote.id };
  const detail = `Its trial failed (${codeOf(said)}). Nothing has changed.`;
  throw new Refusal(said.because, { detail });
}

/** A portal that signs could redirect links that were given out as ones that it cannot. */
async function refuseKeyLinks(tx: Tx, vault: Vault): Promise<void> {
  const open = await countKeyLinks(tx, vault);
  if (open === 0) return;
  const detail = `${open === 1 ? 'One open payout has' : `${open} open payouts have`} a link that the portal cannot redirect. It could, once it signs for this vault. Cancel them first, or wait until they are over. Nothing has changed.`;
  throw new Refusal('key_links_open', { detail, extra: { open } });
}

/**
 * Chooses who signs a vault's payouts from now on: the portal, or a signer of the merchant's own whose trial passes now. Our
 * key is deleted with the change. The vault has to name the new signer on the chain, and revoke the old one.
 * Refuses: not_found, signer_declined, signer_unreachable, key_links_open, step-up.
 */
export async function chooseSigner(ctx: Context, vaultId: string, { signer }: ChooseSignerBody): Promise<VaultSigner> {
  const { merchantId } = requirePermission(ctx, 'vaults:write');
  requireStepUp(ctx);
  const wanted = await chosen(ctx, merchantId, await ownVault(ctx, merchantId, vaultId), signer);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const before = await lockVault(tx, merchantId, vaultId);
    if (!before) throw new Refusal('not_found');
    const rows = await selectRemotes(tx, merchantId);
    if (signer !== 'portal' && !rows.some(({ id }) => id === signer)) throw new Refusal('not_found');
    if (before.remoteSignerId === wanted.remoteSignerId) return presentSigner(before, rows);
    if (wanted.remoteSignerId === null) await refuseKeyLinks(tx, before);
    const { signerAddress, signerKey, remoteSignerId } = wanted;
    const after = await changeSigner(tx, before, { signerAddress, signerKey, remoteSignerId });
    await forgetOthers(tx, after);
    const named = ({ signerAddress: address, remoteSignerId: remote }: Vault) => ({
      signer: checksumAddress(address),
      kind: remote === null ? 'portal' : 'remote',
    });
    const change = { before: named(before), after: named(after) };
    await audit(tx, ctx, { merchantId, action: 'vault.signer_changed', subjectId: vaultId, ...change, now });
    return presentSigner(after, await selectRemotes(tx, merchantId));
  });
}
