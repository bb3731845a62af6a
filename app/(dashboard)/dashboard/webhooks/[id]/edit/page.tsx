import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { dialectFacts } from '@/app/(dashboard)/dashboard/webhooks/dialect-facts';
import { EditEndpoint } from '@/components/desk/webhooks/endpoints/edit-endpoint';
import { shortUrl } from '@/components/desk/webhooks/words';
import { PageHeader } from '@/components/ui/page-header';
import { viewEndpoint } from '@/lib/webhooks/endpoints/endpoints';

export const metadata: Metadata = { title: 'Edit an endpoint' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { ctx } = await deskPage('webhooks:write');
  const endpoint = await orNotFound(viewEndpoint(ctx, (await params).id));
  return (
    <>
      <PageHeader
        title="Edit this endpoint"
        above={
          <Link href={`/dashboard/webhooks/${endpoint.id}`} className="underline-offset-4 hover:underline">
            {endpoint.description || shortUrl(endpoint.url)}
          </Link>
        }
      />
      <EditEndpoint endpoint={endpoint} facts={dialectFacts} />
    </>
  );
}
