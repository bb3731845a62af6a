import type { Metadata } from 'next';
import { PageHeader } from '@/components/ui/page-header';
import { operatorPage } from '@/lib/http/pages/operator-context';

export const metadata: Metadata = { title: 'Checklist' };

export default async function Page() {
  await operatorPage('installation:read');
  return <PageHeader title="Checklist" />;
}
