import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { KeepReading } from '@/components/desk/frame/keep-reading';
import { LiveRefresh } from '@/components/desk/frame/live';
import { GatewayCard } from '@/components/desk/gateways/gateway-card';
import { SetUpGateway } from '@/components/desk/gateways/set-up-gateway';
import { UnclearList } from '@/components/desk/gateways/unclear-list';
import { Empty } from '@/components/ui/empty';
import { PageHeader, Section } from '@/components/ui/page-header';
import { viewUnclear } from '@/lib/desk/gateways/submissions';
import { viewDeskGateways } from '@/lib/desk/gateways/view';

export const metadata: Metadata = { title: 'Gateways' };

export default async function Page() {
  const { ctx } = await deskPage('gateways:read');
  const [{ data: gateways, offered }, unclear] = await Promise.all([viewDeskGateways(ctx), viewUnclear(ctx)]);
  return (
    <>
      <LiveRefresh topics={['gateways', 'payouts']} />
      <KeepReading />
      <PageHeader
        title="Gateways"
        lead="Your own payment servers, which send payouts from a hot wallet of theirs. What one says only tells us where to look: a payout is paid once the network shows it."
        actions={<SetUpGateway offered={offered} />}
      />
      {unclear.length > 0 && (
        <Section
          title="Nobody can tell whether these were sent"
          lead="The gateway may have sent them. They are not sent again by themselves, so that nobody is paid twice."
        >
          <UnclearList unclear={unclear} />
        </Section>
      )}
      {gateways.length === 0 ? (
        <Empty title="There is no gateway yet">
          Set one up to have payouts sent by your SHKeeper server. Without one, payouts are claimed from your vault or
          paid by hand.
        </Empty>
      ) : (
        <div className="mt-8 space-y-8 first:mt-0">
          {gateways.map((gateway) => (
            <GatewayCard key={gateway.id} gateway={gateway} />
          ))}
        </div>
      )}
    </>
  );
}
