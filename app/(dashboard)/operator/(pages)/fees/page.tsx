import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { FeeTable } from '@/components/operator/state/fee-table';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/fields';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { Refusal } from '@/lib/kernel/errors';
import { listFees } from '@/lib/operators/state/fees';
import { feeQuery } from '@/lib/operators/state/schema';

export const metadata: Metadata = { title: 'Fees' };

const path = '/operator/fees';

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await operatorPage('fees:read');
  const { query } = await readQuery(feeQuery, searchParams);
  const { data, more } = await listFees(ctx, query).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'invalid_request') redirect(path);
    throw error;
  });
  const search = new URLSearchParams(Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  return (
    <>
      <PageHeader
        title="Fees"
        lead="Of payouts that were completed in these days, in UTC."
        actions={
          <a className={buttonClass('small')} href={`/api/operator/fees/export?${search}`} download>
            Download as CSV
          </a>
        }
      />
      <form action={path} className="mb-4 flex flex-wrap items-end gap-3">
        <TextField label="From" name="from" type="date" defaultValue={query.from} />
        <TextField label="To" name="to" type="date" defaultValue={query.to} />
        <button type="submit" className={buttonClass('small')}>
          Show these days
        </button>
      </form>
      <FeeTable rows={data} />
      {more && <p className="mt-3 text-sm text-quiet">There are more: the file has them all.</p>}
    </>
  );
}
