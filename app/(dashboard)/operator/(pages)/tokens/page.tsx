import type { Metadata } from 'next';
import { AddToken } from '@/components/operator/tokens/add-token';
import { TokenList } from '@/components/operator/tokens/token-list';
import { PageHeader } from '@/components/ui/page-header';
import { chainOf } from '@/lib/chains/registry';
import { configuredChains } from '@/lib/chains/served';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { viewTokens } from '@/lib/tokens/add-token';

export const metadata: Metadata = { title: 'Tokens' };

const lead =
  'Tokens that you add by their address stand beside those that this version lists. Each is tried first: what does not bring exactly what is sent is refused.';

export default async function Page() {
  const ctx = await operatorPage('installation:read');
  const chains = configuredChains().map((key) => [key, chainOf(key).name] as const);
  return (
    <>
      <PageHeader title="Tokens" lead={lead} actions={<AddToken chains={chains} />} />
      <TokenList tokens={await viewTokens(ctx)} />
    </>
  );
}
