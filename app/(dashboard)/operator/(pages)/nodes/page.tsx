import type { Metadata } from 'next';
import { NodeList } from '@/components/operator/nodes/node-list';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { viewNodes } from '@/lib/nodes/view-nodes';

export const metadata: Metadata = { title: 'Nodes' };

const lead =
  'Who tells this portal what happens on each network. A worker tries each node twice a minute; nothing is completed while two of a network disagree.';

export default async function Page() {
  const ctx = await operatorPage('installation:read');
  return (
    <>
      <PageHeader title="Nodes" lead={lead} />
      <NodeList chains={await viewNodes(ctx)} />
    </>
  );
}
