import type { Metadata } from 'next';
import Link from 'next/link';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { LineTable } from '@/components/operator/state/line-table';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { listOperatorLines } from '@/lib/operators/list-lines';
import { lineQuery } from '@/lib/operators/state/schema';

export const metadata: Metadata = { title: 'Audit' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await operatorPage('audit:read');
  const { query } = await readQuery(lineQuery, searchParams);
  const { data, next_after: after } = await listOperatorLines(ctx, query);
  return (
    <>
      <PageHeader title="Audit" lead="What operators did. A line is written with the change, and never changed." />
      <LineTable lines={data} />
      {after && (
        <Link className={`${buttonClass('small')} mt-4`} prefetch={false} href={`/operator/audit?after=${after}`}>
          Older lines
        </Link>
      )}
    </>
  );
}
