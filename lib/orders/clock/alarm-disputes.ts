import type { Context } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import { formatAmount } from '@/lib/kernel/money';
import { queueMail } from '@/lib/mail/outbox';
import { selectAlertAddresses } from '@/lib/obstacles/vault-watch-store';
import { type LockedOrder, lockOrderIfThere } from '@/lib/orders/core/locked-store';
import { moveOrder } from '@/lib/orders/core/move';
import type { Key } from '@/lib/orders/core/store';
import { selectLongDisputes } from './due-store';
import { eachAlone } from './each-alone';

const atOnce = 100;

/** Alarms the merchant's people of disputes that last too long, each once. No machine decides: the money stays where it is. */
export async function alarmDisputes(ctx: Context): Promise<boolean> {
  const due = await selectLongDisputes(ctx.db, ctx.clock.now(), atOnce);
  return (await eachAlone(due, (key) => alarm(ctx, key))) && due.length === atOnce;
}

async function alarm(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    const isDue = order?.disputeDeadlineAt && order.disputeDeadlineAt <= now && order.disputeAlarmedAt === null;
    if (!isDue) return;
    await moveOrder(tx, ctx, order, {
      action: 'dispute_overdue',
      set: { disputeAlarmedAt: now },
      event: 'order.dispute_overdue',
    });
    const words = alarmMail(order);
    const { merchantId } = order;
    for (const to of await selectAlertAddresses(tx, merchantId)) await queueMail(tx, { merchantId, to, ...words, now });
  });
}

function alarmMail({ id, reference, held, decimals, symbol, disputedWords }: LockedOrder) {
  const text = [
    `The order “${reference}” has been in dispute for longer than you allow. ${formatAmount(held, decimals)} ${symbol} wait for your decision.`,
    `What was said: ${disputedWords ?? ''}`,
    'Nothing is paid out, and nothing is paid back, until one of you decides how much goes to whom.',
    `The order: ${env.BASE_URL}/dashboard/orders/${id}`,
  ];
  return { subject: 'A dispute waits for your decision', text: text.join('\n\n') };
}
