import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { KeyTable } from '@/components/desk/api-keys/key-table';
import { NewDoorKey } from '@/components/desk/api-keys/new-door-key';
import { NewKey } from '@/components/desk/api-keys/new-key';
import { LiveRefresh } from '@/components/desk/frame/live';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { listKeys } from '@/lib/access/team/manage-keys';
import { viewExposures } from '@/lib/desk/keys/exposures';
import { listDoorKeys } from '@/lib/doors/keys/keys';
import { viewSettings } from '@/lib/merchants/view-settings';

export const metadata: Metadata = { title: 'API keys' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('keys:read');
  const [keys, doorKeys, settings, exposures] = await Promise.all([
    listKeys(ctx),
    listDoorKeys(ctx),
    viewSettings(ctx),
    viewExposures(ctx),
  ]);
  const make = viewer.permissions.includes('keys:write') && (
    <>
      <NewDoorKey assets={settings.assets} />
      <NewKey />
    </>
  );
  return (
    <>
      <LiveRefresh topics={['keys']} />
      <PageHeader
        title="API keys"
        lead={
          <>
            With a key your server speaks to{' '}
            <Link href="/docs" prefetch={false} className="text-link underline underline-offset-4">
              the API
            </Link>
            . Each opens what its scopes say and nothing else; none can approve, sign for a wallet, or change who may
            what. Limits say what one can cost if it gets out.
          </>
        }
        actions={make}
      />
      {keys.length > 0 ? (
        <KeyTable keys={keys} doorKeys={doorKeys} exposures={exposures} />
      ) : (
        <Empty title="No key yet">Make one, and your server can ask for its first payout.</Empty>
      )}
    </>
  );
}
