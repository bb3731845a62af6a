import type { Context } from '@/lib/access/actor';
import { pagesOfAudit } from '@/lib/access/trail/list-audit';
import { presentLine, wantedFrom } from '@/lib/ledger/list-lines';
import { printOrigin } from '@/lib/ledger/origin';
import { selectLines, walkPostings } from '@/lib/ledger/page-store';
import { presentAll } from '@/lib/payouts/present';
import { selectPayouts } from '@/lib/payouts/store';
import { payoutAnswer } from '@/lib/wire/payout';
import type { ExportKind } from './schema';
import { selectEventsAfter, selectReceiptsAfter } from './store';

export type ExportedRecord = Readonly<Record<string, unknown>>;
type Source = {
  columns: readonly string[];
  /** Page by page, so that one of them is in memory, however much there is. */
  pages(ctx: Context, merchantId: string): AsyncGenerator<ExportedRecord[]>;
};

export const recordsAtOnce = 500;

async function* payoutPages({ db }: Context, merchantId: string) {
  for (let olderThan: string | undefined; ; ) {
    const rows = await selectPayouts(db, { merchantId, olderThan, limit: recordsAtOnce });
    yield await presentAll(db, merchantId, rows);
    olderThan = rows.at(-1)?.id;
    if (rows.length < recordsAtOnce) return;
  }
}

async function* bookPages(ctx: Context, merchantId: string) {
  const wanted = wantedFrom(ctx, merchantId, {});
  let after: string | null = null;
  do {
    const { ids, stoppedAt } = await walkPostings(ctx.db, wanted, after, recordsAtOnce);
    const rows = await selectLines(ctx.db, wanted, ids);
    yield rows.map((row) => {
      const { posting, kind, at, chain, asset, from: credit, to: debit, amount, payout } = presentLine(row);
      const { payoutId } = row.posting;
      const payout_reference = payout?.reference ?? null;
      const what = { posting, kind, at, chain, asset, credit, debit, amount };
      return { ...what, payout: payoutId, payout_reference, source: printOrigin(row.posting) };
    });
    after = ids.length === recordsAtOnce ? (ids.at(-1) ?? null) : stoppedAt;
  } while (after);
}

async function* eventPages({ db }: Context, merchantId: string) {
  for (let after = 0; ; ) {
    const rows = await selectEventsAfter(db, merchantId, after, recordsAtOnce);
    yield rows.map(({ id, type, subjectId, sequence, data, createdAt }) => {
      return { id, type, sequence, subject_id: subjectId, created_at: createdAt.toISOString(), data };
    });
    after = rows.at(-1)?.position ?? after;
    if (rows.length < recordsAtOnce) return;
  }
}

async function* receiptPages({ db }: Context, merchantId: string) {
  for (let after = ''; ; ) {
    const rows = await selectReceiptsAfter(db, merchantId, after, recordsAtOnce);
    yield rows.map(({ id, payoutId, transferId, kid, jws, issuedAt, voidedAt }) => {
      const times = { issued_at: issuedAt.toISOString(), voided_at: voidedAt?.toISOString() ?? null };
      return { id, payout: payoutId, transfer: transferId, kid, jws, ...times };
    });
    after = rows.at(-1)?.id ?? after;
    if (rows.length < recordsAtOnce) return;
  }
}

const bookColumns = [
  ...['posting', 'kind', 'at', 'chain', 'asset', 'credit', 'debit', 'amount', 'payout', 'payout_reference', 'source'],
];
const auditColumns = [
  'id',
  'at',
  'action',
  'subject_id',
  'actor',
  'address',
  'user_agent',
  'before',
  'after',
  'detail',
];

export const exported: Readonly<Record<ExportKind, Source>> = {
  payouts: { columns: Object.keys(payoutAnswer.shape), pages: payoutPages },
  books: { columns: bookColumns, pages: bookPages },
  events: { columns: ['id', 'type', 'sequence', 'subject_id', 'created_at', 'data'], pages: eventPages },
  receipts: {
    columns: ['id', 'payout', 'transfer', 'kid', 'jws', 'issued_at', 'voided_at'],
    pages: receiptPages,
  },
  audit: { columns: [...auditColumns, 'seal'], pages: (ctx, merchantId) => pagesOfAudit(ctx, { merchantId }) },
};
