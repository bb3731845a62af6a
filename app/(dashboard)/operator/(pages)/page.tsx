import type { Metadata } from 'next';
import { proofPlaces } from '@/app/(dashboard)/dashboard/proof-places';
import { StepList } from '@/components/operator/checklist/step-list';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { readChecklist } from '@/lib/operators/checklist/read-checklist';

export const metadata: Metadata = { title: 'Checklist' };

const lead = 'What this installation needs. Each step is read from the real thing whenever you open this page.';

export default async function Page() {
  const ctx = await operatorPage('installation:read');
  return (
    <>
      <PageHeader title="Checklist" lead={lead} />
      <StepList steps={await readChecklist(ctx)} places={proofPlaces()} />
    </>
  );
}
