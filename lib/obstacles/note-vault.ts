import type { Tx } from '@/db/client';
import type { Obstacle } from '@/db/vocabulary/payouts';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { addSeconds } from '@/lib/kernel/clock';
import { leastOf } from '@/lib/kernel/money';
import { queueMail } from '@/lib/mail/outbox';
import { vaultObstacle } from '@/lib/rails/contract/obstacle';
import type { VaultState } from '@/lib/rails/rail';
import { readPromised } from './read-promised';
import { vaultMail } from './vault-mail';
import { type Due, lockCheck, saveCheck, selectAlertAddresses, type VaultCheck } from './vault-watch-store';

/** At most one alert about the same trouble of a vault is sent in this time. */
const quietSeconds = 6 * 3600;

type Trouble = Pick<VaultCheck, 'obstacle' | 'missing' | 'payable'>;

/** Keeps how a vault stands, for the desk; when that turns bad, the audit has it and the merchant is written to. */
export async function noteVault(ctx: Context, due: Due, state: VaultState): Promise<void> {
  const trouble = await troubleOf(ctx, due, state);
  const cause = causeOf(trouble, state);
  await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const known = await lockCheck(tx, due);
    const { symbol, vault } = due;
    const row: VaultCheck = {
      ...{ vaultId: vault.id, symbol, merchantId: vault.merchantId, ...trouble, checkedAt: now },
      ...{ troubleSince: cause && (known?.troubleSince ?? now) },
      ...{ toldOf: known?.toldOf ?? null, toldAt: known?.toldAt ?? null },
    };
    if (cause && isNews(known, cause, now)) {
      await write(tx, due, row, cause, now);
      Object.assign(row, { toldOf: cause, toldAt: now });
    }
    await saveCheck(tx, row);
    if (Boolean(cause) === Boolean(known?.troubleSince)) return;
    const action = cause ? 'vault.cannot_pay' : 'vault.can_pay';
    const detail = { symbol, ...(cause && { cause, missing: trouble.missing.toString() }) };
    await audit(tx, ctx, { merchantId: vault.merchantId, action, subjectId: vault.id, detail, now });
  });
}

/** Leaves what is known of a vault as it is, and lets the others have their turn. */
export async function skipVault(ctx: Context, due: Due): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const { vault, symbol } = due;
    const none = { obstacle: null, missing: 0n, payable: 0n, troubleSince: null, toldOf: null, toldAt: null };
    const known = (await lockCheck(tx, due)) ?? none;
    await saveCheck(tx, {
      ...{ ...known, vaultId: vault.id, symbol, merchantId: vault.merchantId },
      checkedAt: ctx.clock.now(),
    });
  });
}

/** What keeps the vault from paying anything at all, and what it lacks to pay all that is promised and not on its way. */
async function troubleOf(ctx: Context, due: Due, state: VaultState): Promise<Trouble> {
  const { vault, symbol, fee } = due;
  const payable = leastOf(state.balance, state.allowance);
  const promised = await readPromised(ctx.db, vault, symbol);
  const missing = promised > payable ? promised - payable : 0n;
  // Where nothing is owed, nothing is held up.
  const obstacle = promised > 0n ? vaultObstacle(state, { gross: 1n, fee }) : null;
  return { obstacle, missing, payable };
}

function causeOf({ obstacle, missing }: Trouble, { balance, allowance }: VaultState): Obstacle | null {
  if (obstacle || missing === 0n) return obstacle;
  return balance <= allowance ? 'funds' : 'allowance';
}

function isNews(known: VaultCheck | null, cause: Obstacle, now: Date): boolean {
  if (!known?.toldAt || known.toldOf !== cause) return true;
  return known.troubleSince === null && known.toldAt <= addSeconds(now, -quietSeconds);
}

async function write(tx: Tx, due: Due, row: VaultCheck, cause: Obstacle, now: Date): Promise<void> {
  const { merchantId } = due.vault;
  const words = vaultMail(due, row, cause);
  for (const to of await selectAlertAddresses(tx, merchantId)) await queueMail(tx, { merchantId, to, ...words, now });
}
