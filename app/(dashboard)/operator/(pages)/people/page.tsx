import type { Metadata } from 'next';
import { KeyList } from '@/components/operator/people/key-list';
import { OperatorList } from '@/components/operator/people/operator-list';
import { OwnPasskeys } from '@/components/operator/people/own-passkeys';
import { PageHeader, Section } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { listOperatorKeys, listOperators } from '@/lib/operators/team';

export const metadata: Metadata = { title: 'Operators' };

const lead =
  'Who runs this installation. Admins may do everything here; support sees everything and can stop what goes wrong.';

export default async function Page() {
  const ctx = await operatorPage('operators:read');
  const [{ operators, links }, keys] = await Promise.all([listOperators(ctx), listOperatorKeys(ctx)]);
  return (
    <>
      <PageHeader title="Operators" lead={lead} />
      <Section title="People">
        <OperatorList operators={operators} links={links} />
      </Section>
      <Section title="Your passkeys">
        <OwnPasskeys />
      </Section>
      <Section title="Keys of their programs">
        <KeyList keys={keys} />
      </Section>
    </>
  );
}
