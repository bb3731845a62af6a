import { obstacleWords } from '@/components/desk/words/obstacle-words';
import { relayWords } from '@/components/desk/words/relay-words';
import { wordsOf } from '@/components/rails/registry';
import { Callout } from '@/components/ui/callout';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import type { PayoutAsset, PayoutPreview } from '@/lib/payouts/terms/create-schema';
import { deliveryOf, type PayoutDraft, railOf } from './new-payout-draft';
import type { Previewed } from './use-payout-preview';

type PanelProps = { draft: PayoutDraft; asset: PayoutAsset; previewed: Previewed };

/** What making it would mean, as the portal works it out; nothing here is reckoned by the page. */
export function PayoutPreviewPanel({ draft, asset, previewed }: PanelProps) {
  const { preview, stale } = previewed;
  return (
    <section
      aria-label="What it means"
      aria-busy={stale || undefined}
      className="rounded-lg border border-line bg-surface px-4 py-3"
    >
      <h2 className="text-[0.9375rem] font-semibold">What it means</h2>
      <div aria-live="polite" className={stale && preview ? 'opacity-60' : ''}>
        {preview ? (
          <>
            <Facts dense>
              <Fact name="They get">
                <strong className="text-base font-semibold">
                  <Amount value={preview.net} symbol={asset.asset} />
                </strong>
              </Fact>
              <Fact name="Fee">
                <Amount value={preview.fee} symbol={asset.asset} />
                {preview.network_cost && <NetworkCostWords cost={preview.network_cost} symbol={asset.asset} />}
              </Fact>
              <Fact name={wordsOf(railOf(draft, asset), deliveryOf(draft, asset)).total}>
                <Amount value={preview.total} symbol={asset.asset} />
              </Fact>
              <Fact name="Network">{asset.chain_name}</Fact>
              <Fact name="Approval">{approvalWords(preview.approvals_needed)}</Fact>
            </Facts>
            <Doubts preview={preview} symbol={asset.asset} />
          </>
        ) : (
          <p className="mt-1 text-[0.8125rem] text-quiet">
            With recipient and amount, this says what they get, what it costs you and who has to approve it.
          </p>
        )}
      </div>
    </section>
  );
}

type CostWordsProps = { cost: NonNullable<PayoutPreview['network_cost']>; symbol: string };

/** Where a computed fee comes from. It is fixed when the payout is made. */
function NetworkCostWords({ cost, symbol }: CostWordsProps) {
  return (
    <span className="block text-[0.8125rem] text-quiet">
      Sending takes about <Amount value={cost.estimate} symbol={cost.currency} /> now, with {cost.margin} % on top; at
      most <Amount value={cost.ceiling} symbol={symbol} />.
      {cost.too_dear && ' That is more than the ceiling covers: it waits, or its recipient pays the network fee.'}
    </span>
  );
}

function approvalWords(needed: number): string {
  if (needed === 0) return 'Not needed';
  return needed === 1 ? 'By one person, not you' : 'By two people, not you';
}

/** Where nothing speaks against it, nothing is said. */
function Doubts({ preview, symbol }: { preview: PayoutPreview; symbol: string }) {
  const { notes, paid_before, approvals_needed, approvers } = preview;
  const warnings = notes?.filter(({ blocking }) => !blocking) ?? [];
  return (
    <div className="mt-2 space-y-2 empty:hidden">
      <VaultDoubts vault={preview.vault} symbol={symbol} />
      {warnings.map(({ check, text }) => (
        <Callout key={text} tone="warn">
          {text}
          {check === 'resembles_known' && ' Compare every digit with a source that you trust.'}
        </Callout>
      ))}
      {approvers < approvals_needed && (
        <Callout tone="warn">
          Too few others in your team may approve it: {approvers} of {approvals_needed}. It waits until there are more.
        </Callout>
      )}
      {preview.sending_waits && (
        <Callout>We would not send it at once. {relayWords[preview.sending_waits]} You can make it anyway.</Callout>
      )}
      {paid_before === false && (
        <p className="text-[0.8125rem] text-quiet">New destination: you never paid this address before.</p>
      )}
      {notes === null && (
        <p className="text-[0.8125rem] text-quiet">
          The network does not answer right now, so the address was not looked up there.
        </p>
      )}
    </div>
  );
}

/** You may promise more than the vault holds; a claimant then has to wait. */
function VaultDoubts({ vault, symbol }: { vault: PayoutPreview['vault']; symbol: string }) {
  if (!vault) return null;
  const can = (
    <>
      Your vault can pay <Amount value={vault.payable} symbol={symbol} /> now
    </>
  );
  const isShort = vault.obstacle === 'funds' || vault.obstacle === 'allowance';
  if (vault.obstacle) {
    return (
      <Callout tone="warn">
        It could not be claimed as things are. {obstacleWords[vault.obstacle].why} {isShort && <>{can}. </>}You can make
        it anyway: it waits and goes on by itself.
      </Callout>
    );
  }
  if (!vault.short) return null;
  return (
    <Callout tone="warn">
      {can}, and with this payout more than that is promised. The first to claim is paid first; the others wait until
      you fill it up.
    </Callout>
  );
}
