import { Callout } from '@/components/ui/callout';
import { CopyField } from '@/components/ui/copy-field';
import { Time } from '@/components/ui/figures/time';
import { Section } from '@/components/ui/page-header';
import { Status } from '@/components/ui/status';
import type { DeskGateway } from '@/lib/desk/gateways/schema';
import { CoverageFigures } from './coverage-figures';
import { DisableGateway } from './disable-gateway';
import { faultWords } from './gateway-words';
import { ReplaceSecrets } from './replace-secrets';

/** One gateway: how it stands, what it can pay, and what can be changed. */
export function GatewayCard({ gateway }: { gateway: DeskGateway }) {
  const { fault, url, username, callback_url: callbackUrl, created_at: createdAt } = gateway;
  const isActive = gateway.state === 'active';
  return (
    <Section title={new URL(url).host}>
      <p className="mb-3 flex flex-wrap items-center gap-x-6 gap-y-1 text-[0.8125rem] text-quiet">
        {isActive ? (
          <Status tone={fault ? 'bad' : 'good'}>{fault ? 'Cannot be used now' : 'Works'}</Status>
        ) : (
          <Status tone="quiet">Disabled</Status>
        )}
        <span className="wrap-anywhere">
          SHKeeper, login {username}, since <Time iso={createdAt} as="brief" />
        </span>
      </p>
      {fault && isActive && (
        <div className="mb-3">
          <Callout tone="bad">
            <p>
              {faultWords[fault.code].what} {faultWords[fault.code].todo} No money moves meanwhile. Since{' '}
              <Time iso={fault.since} />.
            </p>
            {fault.said && (
              <p className="mt-1">
                It said: “<bdi>{fault.said}</bdi>”
              </p>
            )}
          </Callout>
        </div>
      )}
      <div className="space-y-5">
        {gateway.assets.map((asset) => (
          <CoverageFigures
            key={`${asset.chain}:${asset.asset}`}
            asset={asset}
            coverage={gateway.coverage.find((one) => one.chain === asset.chain && one.asset === asset.asset) ?? null}
          />
        ))}
      </div>
      {isActive && (
        <div className="mt-5 space-y-4 border-t border-line pt-4">
          {callbackUrl && (
            <div className="max-w-3xl">
              <CopyField label="Where its callbacks arrive" value={callbackUrl} noun="address">
                We send it along with each payout, so there is nothing to enter at the server. It sends callbacks only
                with its setting ENABLE_PAYOUT_CALLBACK; without them we ask it ourselves.
              </CopyField>
            </div>
          )}
          <div className="flex flex-wrap gap-2">
            <ReplaceSecrets gateway={gateway} />
            <DisableGateway gateway={gateway} />
          </div>
        </div>
      )}
    </Section>
  );
}
