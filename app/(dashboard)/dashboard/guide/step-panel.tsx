import Link from 'next/link';
import { NewKey } from '@/components/desk/api-keys/new-key';
import { AssetChooser } from '@/components/desk/guide/asset-chooser';
import { FirstPayout } from '@/components/desk/guide/first-payout';
import { PassStep } from '@/components/desk/guide/pass-step';
import { VaultStep } from '@/components/desk/guide/vault-step';
import { ApprovalRules } from '@/components/desk/settings/approval-rules';
import { BrandingForm } from '@/components/desk/settings/branding-form';
import { TermsForms } from '@/components/desk/settings/terms-forms';
import { buttonClass } from '@/components/ui/button';
import type { GuideStep } from '@/db/vocabulary/merchants';
import type { Context } from '@/lib/access/actor';
import { listApprovalRules } from '@/lib/approvals/rules';
import { viewChain } from '@/lib/chains/chain-view';
import { offeredChains } from '@/lib/merchants/add-asset';
import type { SettingsAnswer } from '@/lib/merchants/schema';
import { viewSettings } from '@/lib/merchants/view-settings';
import { viewVaults } from '@/lib/vaults/view-vaults';
import { listEndpoints } from '@/lib/webhooks/endpoints/endpoints';
import { curlCommand } from './curl-command';

type StepPanelProps = { ctx: Context; step: GuideStep; next: GuideStep | null };

/** What is to be done in one step, by the parts of the page that the step is about. */
export async function StepPanel({ ctx, step, next }: StepPanelProps) {
  const settings = await viewSettings(ctx);
  switch (step) {
    case 'branding':
      return (
        <div className="space-y-6">
          <BrandingForm settings={settings} />
          <PassStep step={step} next={next} words="It looks right" />
        </div>
      );
    case 'assets':
      return <AssetChooser chains={offered(settings)} chosen={settings.assets} testMode={settings.test_mode} />;
    case 'vault':
      return <VaultStep chains={chainsOf(settings)} vaults={(await viewVaults(ctx)).data} />;
    case 'terms':
      return (
        <div className="space-y-6">
          <TermsForms assets={settings.assets} />
          <PassStep step={step} next={next} words="These fees and limits fit" />
        </div>
      );
    case 'approvals':
      return (
        <div className="space-y-6">
          <ApprovalRules assets={settings.assets} rules={(await listApprovalRules(ctx)).data} />
          <PassStep step={step} next={next} words="These rules fit" />
        </div>
      );
    case 'api_key':
      return <NewKey />;
    case 'webhook':
      return <WebhookStep ctx={ctx} next={next} />;
    case 'first_payout': {
      const [terms = null] = settings.assets;
      return <FirstPayout terms={terms} command={terms && curlCommand(terms)} />;
    }
  }
}

const offered = ({ test_mode: testMode }: SettingsAnswer) =>
  offeredChains({ testMode }).map(({ key, name, tokens }) => ({
    ...{ key, name },
    tokens: tokens.map((token) => ({ symbol: token.symbol, name: token.name })),
  }));

const chainsOf = ({ assets }: SettingsAnswer) => [...new Set(assets.map(({ chain }) => chain))].map(viewChain);

async function WebhookStep({ ctx, next }: Pick<StepPanelProps, 'ctx' | 'next'>) {
  const [endpoint] = (await listEndpoints(ctx)).data;
  return (
    <div className="space-y-4">
      <p className="max-w-prose text-sm">
        {endpoint
          ? 'Send it a test message: the step is done once your server has taken one.'
          : 'Your server is told of each payout by a signed request. Without one it has to ask the API.'}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Link
          href={endpoint ? `/dashboard/webhooks/${endpoint.id}` : '/dashboard/webhooks/new'}
          prefetch={false}
          className={buttonClass('smallPrimary')}
        >
          {endpoint ? 'Try the endpoint' : 'Add an endpoint'}
        </Link>
        <PassStep step="webhook" next={next} words="Go on without one" quiet />
      </div>
    </div>
  );
}
