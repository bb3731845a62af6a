import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AddSource } from '@/components/desk/webhooks/add-source';
import { SourceTable } from '@/components/desk/webhooks/source-table';
import { WebhookTabs } from '@/components/desk/webhooks/webhook-tabs';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { listSources } from '@/lib/sources/create';

export const metadata: Metadata = { title: 'Webhook sources' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('webhooks:read');
  const { data: sources } = await listSources(ctx);
  return (
    <>
      <LiveRefresh topics={['webhooks']} />
      <PageHeader
        title="Sources"
        lead="Others who know of your payments, such as a gateway, can tell us. We never believe them: they make us look at the network."
        // Always at this one place: its dialog holds a secret that must outlive the first source's showing up.
        actions={viewer.permissions.includes('webhooks:write') && <AddSource />}
      />
      <WebhookTabs at="Sources" />
      {sources.length > 0 ? (
        <SourceTable sources={sources} />
      ) : (
        <Empty title="Nobody tells us anything">
          We find payments by ourselves. A source makes us look sooner, where another system hears of them first.
        </Empty>
      )}
    </>
  );
}
