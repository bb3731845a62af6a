import type { Metadata } from 'next';
import { StateTables } from '@/components/operator/state/state-tables';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { readState } from '@/lib/operators/state/read-state';

export const metadata: Metadata = { title: 'State' };

export default async function Page() {
  const state = await readState(await operatorPage('installation:read'));
  const worker = state.worker === 'running' ? 'a worker is alive' : 'no worker was heard of';
  return (
    <>
      <PageHeader title="State" lead={`Version ${state.version}; migrations are ${state.migrations}; ${worker}.`} />
      <StateTables state={state} />
    </>
  );
}
