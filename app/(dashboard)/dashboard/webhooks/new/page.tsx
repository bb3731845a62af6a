import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { dialectFacts } from '@/app/(dashboard)/dashboard/webhooks/dialect-facts';
import { AddEndpoint } from '@/components/desk/webhooks/endpoints/add-endpoint';
import { PageHeader } from '@/components/ui/page-header';

export const metadata: Metadata = { title: 'Add an endpoint' };

export default async function Page() {
  await deskPage('webhooks:write');
  return (
    <>
      <PageHeader
        title="Add an endpoint"
        above={
          <Link href="/dashboard/webhooks" className="underline-offset-4 hover:underline">
            Webhooks
          </Link>
        }
      />
      <AddEndpoint facts={dialectFacts} />
    </>
  );
}
