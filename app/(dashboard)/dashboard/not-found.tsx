import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { readDesk } from './desk-page';

export default async function NotFound() {
  const { viewer } = await readDesk();
  return (
    <>
      <title>Not found · Drawbridge</title>
      <PageHeader title="There is nothing here for you" />
      <Empty
        title="Not with this merchant, or not with this role"
        action={
          <Link href="/dashboard" prefetch={false} className={buttonClass('small')}>
            To the overview
          </Link>
        }
      >
        You look at {viewer.merchant.name} as {viewer.merchant.role}. If you came by a link, ask its sender which
        merchant it belongs to, or an owner for another role.
      </Empty>
    </>
  );
}
