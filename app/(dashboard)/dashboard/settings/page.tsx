import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AlertsForm } from '@/components/desk/settings/alerts-form';
import { ApprovalRules } from '@/components/desk/settings/approval-rules';
import { BrandingForm } from '@/components/desk/settings/branding-form';
import { EmbeddingForm } from '@/components/desk/settings/embedding-form';
import { FinalityList } from '@/components/desk/settings/finality-list';
import { Leaving } from '@/components/desk/settings/leaving';
import { OrderSettingsForm } from '@/components/desk/settings/order-settings-form';
import { ScreeningForm } from '@/components/desk/settings/screening-form';
import { TermsForms } from '@/components/desk/settings/terms-forms';
import { Badge } from '@/components/ui/badge';
import { Callout } from '@/components/ui/callout';
import { PageHeader, Section } from '@/components/ui/page-header';
import { listApprovalRules } from '@/lib/approvals/rules';
import { viewSettings } from '@/lib/merchants/view-settings';
import { viewOrderSettings } from '@/lib/orders/settings/settings';
import { viewScreening } from '@/lib/screening/settings';

export const metadata: Metadata = { title: 'Settings' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('settings:read');
  const [settings, { data: rules }, waits, screening] = await Promise.all([
    viewSettings(ctx),
    listApprovalRules(ctx),
    viewOrderSettings(ctx),
    viewScreening(ctx),
  ]);
  const mayWrite = viewer.permissions.includes('settings:write');
  return (
    <>
      <LiveRefresh topics={['settings']} />
      <PageHeader
        title={
          <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
            Settings {settings.test_mode && <Badge>Test money</Badge>}
          </span>
        }
        lead={
          settings.test_mode
            ? 'This merchant is in test mode: it pays on test networks alone, with keys, vaults and books of its own.'
            : 'This merchant pays real money. To try something out, go to your test merchant by its name above the navigation.'
        }
      />
      {!mayWrite && (
        <div className="mb-6">
          <Callout>You see the settings; an owner changes them.</Callout>
        </div>
      )}
      <Section title="Claim page">
        <BrandingForm settings={settings} />
      </Section>
      <Section title="Embedding">
        <EmbeddingForm origins={settings.embed_origins} />
      </Section>
      <Section title="Fees and limits">
        <TermsForms assets={settings.assets} />
      </Section>
      <Section title="Approvals">
        <ApprovalRules assets={settings.assets} rules={rules} />
      </Section>
      <Section title="Screening">
        <ScreeningForm settings={screening} />
      </Section>
      <Section title="Orders">
        <OrderSettingsForm settings={waits} />
      </Section>
      <Section title="Alerts">
        <AlertsForm email={settings.notice_email} />
      </Section>
      <Section title="When a payment counts">
        <FinalityList chains={[...new Set(settings.assets.map(({ chain }) => chain))]} />
      </Section>
      {viewer.permissions.includes('exports:read') && (
        <Section title="Take everything along">
          <Leaving />
        </Section>
      )}
    </>
  );
}
