import type { Metadata } from 'next';
import Link from 'next/link';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { MerchantList } from '@/components/operator/merchants/merchant-list';
import { InviteMerchant, SelfRegistration } from '@/components/operator/merchants/register-form';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { env } from '@/lib/kernel/env';
import { merchantQuery } from '@/lib/operators/merchants/schema';
import { listMerchants } from '@/lib/operators/merchants/view';
import { mayOperate } from '@/lib/operators/require-operator';
import { viewSelfRegistration } from '@/lib/operators/set-self-registration';

export const metadata: Metadata = { title: 'Merchants' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const ctx = await operatorPage('merchants:read');
  const { query } = await readQuery(merchantQuery, searchParams);
  const [page, registration] = await Promise.all([listMerchants(ctx, query), viewSelfRegistration(ctx)]);
  const mayChange = mayOperate(ctx.actor, 'merchants:write');
  return (
    <>
      <PageHeader
        title="Merchants"
        lead="How they are, the newest first. What is theirs alone is not shown here."
        actions={mayChange && <InviteMerchant signInUrl={new URL('/sign-in', env.BASE_URL).href} />}
      />
      <SelfRegistration open={registration.self_registration} mayChange={mayChange} />
      <div className="mt-5">
        {page.data.length === 0 ? (
          <Empty title="No merchant yet">Invite the first one, or let people create a business by themselves.</Empty>
        ) : (
          <MerchantList merchants={page.data} />
        )}
      </div>
      {page.next_cursor && (
        <Link
          className={`${buttonClass('small')} mt-4`}
          prefetch={false}
          href={`/operator/merchants?cursor=${encodeURIComponent(page.next_cursor)}`}
        >
          Older merchants
        </Link>
      )}
    </>
  );
}
