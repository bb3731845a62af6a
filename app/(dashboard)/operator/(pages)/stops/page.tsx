import type { Metadata } from 'next';
import { StopBoard } from '@/components/operator/stops/stop-board';
import { chainName, type Halt, railName } from '@/components/operator/stops/stop-words';
import { PageHeader } from '@/components/ui/page-header';
import { railIds } from '@/db/vocabulary/payouts';
import { configuredChains } from '@/lib/chains/served';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { listStops } from '@/lib/stops/list-stops';

export const metadata: Metadata = { title: 'Stops' };

const lead =
  'While something is stopped, nothing of it is signed or sent. Watching, webhooks and books go on; what waited goes on by itself once it is lifted.';

export default async function Page() {
  const ctx = await operatorPage('installation:read');
  const halts: Halt[] = [
    { name: 'Everything on this portal', value: null, body: { scope: 'installation' } },
    ...configuredChains().map((chain) => ({
      name: chainName(chain),
      value: chain,
      body: { scope: 'chain' as const, chain },
    })),
    ...railIds.map((rail) => ({ name: railName(rail), value: rail, body: { scope: 'rail' as const, rail } })),
  ];
  return (
    <>
      <PageHeader title="Stops" lead={lead} />
      <StopBoard stops={await listStops(ctx)} halts={halts} />
    </>
  );
}
