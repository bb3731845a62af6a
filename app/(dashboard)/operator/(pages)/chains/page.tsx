import type { Metadata } from 'next';
import { chainLines } from '@/components/operator/chains/chain-line';
import { ChainList } from '@/components/operator/chains/chain-list';
import { ProposeChain } from '@/components/operator/chains/propose-chain';
import { PageHeader } from '@/components/ui/page-header';
import { knownChains, readChainKey } from '@/lib/chains/registry';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { viewChains } from '@/lib/networks/add-chain';
import { viewNodes } from '@/lib/nodes/view-nodes';
import { readContracts } from '@/lib/operators/checklist/deployment';
import { readState } from '@/lib/operators/state/read-state';

export const metadata: Metadata = { title: 'Networks' };

const lead =
  'Networks that this version brings along, and those that you add. A network that you propose counts once another operator agrees.';

export default async function Page() {
  const ctx = await operatorPage('installation:read');
  const added = await viewChains(ctx);
  const listed = added.filter(({ status }) => status === 'listed').flatMap(({ key }) => readChainKey(key) ?? []);
  const [nodes, { chains: read }, contracts] = await Promise.all([
    viewNodes(ctx),
    readState(ctx),
    readContracts(ctx, listed),
  ]);
  return (
    <>
      <PageHeader title="Networks" lead={lead} actions={<ProposeChain />} />
      <ChainList lines={chainLines({ known: knownChains(), added, nodes, read, contracts })} />
    </>
  );
}
