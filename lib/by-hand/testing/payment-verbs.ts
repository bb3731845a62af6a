import type { Context } from '@/lib/access/actor';
import { askPayment } from '@/lib/by-hand/ask';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { giveUpPayouts, holdPayouts } from '@/lib/by-hand/hold';
import { preparePayment } from '@/lib/by-hand/prepare';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { rejectPayment, reportPayment } from '@/lib/by-hand/report';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { recordLog } from '@/lib/by-hand/sightings/record-log';
import { writeOffPayment } from '@/lib/by-hand/write-off';
import type { testDesk } from '@/lib/payouts/testing/desk';
import type { testWorld } from '@/lib/payouts/testing/world';
import { findLatestTransfer } from '@/lib/payouts/transfer-store';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { cancelPayout } from '@/lib/unpaid/cancel';

export type World = ReturnType<typeof testWorld>;
export type Desk = ReturnType<typeof testDesk>;
export type Subject = { id: string; signingId: string; transferId: string; hash: string };
/** `taken`: the portal was told that the wallet has it; `letGo`: that it signed nothing, or a person took that risk. */
export type Answer = { taken?: boolean; letGo?: boolean };
export type Verb = (ctx: Context, subject: Subject) => Promise<Answer>;

const done = async (work: Promise<unknown>): Promise<Answer> => {
  await work;
  return {};
};
const given = async (work: Promise<unknown>): Promise<Answer> => ({ ...(await done(work)), letGo: true });
const risk = { reason: 'The laptop with this wallet was destroyed' };

/** What can be done with one payment that was prepared, by whom it may be. */
export const verbsOf = (world: World, desk: Desk): Record<string, Verb> => {
  const owner = (ctx: Context): Context => ({ ...ctx, actor: world.member('owner').actor });
  const system = (ctx: Context): Context => ({ ...ctx, actor: world.system().actor });
  return {
    report: async (ctx, { signingId, hash }) => {
      await reportPayment(ctx, { signing_id: signingId, hash });
      return { taken: true };
    },
    'report a batch of calls': async (ctx, { signingId, id }) => {
      await reportPayment(ctx, { signing_id: signingId, calls_id: `calls_of_${id}` });
      return { taken: true };
    },
    decline: (ctx, { signingId }) => given(rejectPayment(ctx, { signing_id: signingId, tab: desk.tab })),
    'say it was not signed': (ctx, { id }) => given(declareUnsigned(ctx, { payout_ids: [id] })),
    'write off': (ctx, { id }) => given(writeOffPayment(owner(ctx), { payout_id: id, own_risk: risk })),
    record: (ctx, { id }) =>
      done(recordPayment(ctx, id, { hash: `0x${crypto.randomUUID().replaceAll('-', '').repeat(2)}` })),
    'prepare again': async (ctx, { id }) => {
      await holdPayouts(ctx, { payout_ids: [id], tab: desk.tab });
      return done(preparePayment(ctx, desk.body([id], { accept_warnings: true })));
    },
    'hand it to the wallet': (ctx, { signingId, transferId }) =>
      done(askPayment(ctx, { signing_id: signingId, transfer_ids: [transferId], tab: desk.tab })),
    'give it up': (ctx, { id }) => done(giveUpPayouts(ctx, { payout_ids: [id], tab: desk.tab })),
    cancel: (ctx, { id }) => done(cancelPayout(owner(ctx), id)),
    follow: (ctx) => done(followPayments(system(ctx), 'local')),
    'see it in a block': async (ctx, { id, hash }) => {
      const transfer = await findLatestTransfer(ctx.db, { merchantId: world.merchantId, id });
      const seen = await lookAtHash('local', hash);
      const [log] = seen.state === 'mined' ? seen.payments : [];
      return done(
        Promise.all(transfer && log && 'from' in seen ? [recordLog(system(ctx), 'local', transfer, log, seen)] : []),
      );
    },
  };
};

/** What people say about a payment that a wallet was asked for. */
export const words = ['report', 'decline', 'say it was not signed', 'write off', 'prepare again'] as const;
