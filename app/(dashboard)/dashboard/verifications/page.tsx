import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { NewVerification } from '@/components/desk/verifications/new-verification';
import { VerificationTable } from '@/components/desk/verifications/verification-table';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/fields';
import { PageHeader } from '@/components/ui/page-header';
import { listVerifications } from '@/lib/attestations/read';
import { listVerificationsQuery } from '@/lib/attestations/schema';
import { Refusal } from '@/lib/kernel/errors';

export const metadata: Metadata = { title: 'Wallet verifications' };

const path = '/dashboard/verifications';

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, viewer } = await deskPage('payouts:read');
  const { query } = await readQuery(listVerificationsQuery, searchParams);
  const { reference, cursor } = query;
  const page = await listVerifications(ctx, query).catch((error: unknown) => {
    // A cursor that is none of ours: the first page is what was meant.
    if (error instanceof Refusal && error.code === 'invalid_request') redirect(hrefOf(path, { reference }));
    throw error;
  });
  const isNarrow = reference !== undefined || cursor !== undefined;
  return (
    <>
      <LiveRefresh topics={['verifications']} />
      <PageHeader
        title="Wallet verifications"
        lead="Links on which a person shows that a wallet is theirs. What it signs can be checked by anybody later, without us."
        // Always at this one place: its dialog holds a link that must outlive the first one's showing up.
        actions={viewer.permissions.includes('payouts:write') && <NewVerification />}
      />
      {(page.data.length > 0 || isNarrow) && (
        <FilterForm path={path} filters={{ reference }} className="mb-4 flex flex-wrap items-end gap-3">
          <TextField data-search name="reference" label="Reference" defaultValue={reference} maxLength={120} />
          <button type="submit" className={buttonClass('small')}>
            Search
          </button>
        </FilterForm>
      )}
      {page.data.length > 0 ? (
        <VerificationTable verifications={page.data} />
      ) : (
        <Empty title={isNarrow ? 'No verification is like that' : 'No wallet was asked for yet'}>
          Make a link, hand it to a person, and their wallet signs that it is theirs.
        </Empty>
      )}
      <OlderPages
        first={cursor ? hrefOf(path, { reference }) : null}
        older={page.next_cursor && hrefOf(path, { reference, cursor: page.next_cursor })}
      />
    </>
  );
}
