import { CloseAddress } from '@/components/desk/dialogs/close-address';
import { CopyField } from '@/components/ui/copy-field';
import { Panel } from '@/components/ui/panel';
import type { RewardSourceAnswer } from '@/lib/rewards/schema';
import { ChangeRewardSource } from './change-reward-source';

/** Each source of rewards: what its coins are worth, and the address to paste. */
export function RewardSourceList({ sources }: { sources: readonly RewardSourceAnswer[] }) {
  return (
    <div className="space-y-4">
      {sources.map((source) => (
        <Panel
          key={source.id}
          heading={source.description ?? source.id}
          actions={
            <div className="flex flex-wrap gap-2">
              <ChangeRewardSource source={source} />
              <CloseAddress
                route={`/api/v1/reward-sources/${source.id}`}
                stays="Users keep their coins and can redeem them."
              />
            </div>
          }
        >
          <div className="space-y-3 text-sm">
            <p>{termsOf(source)}</p>
            <CopyField label="S2S payout URL for adjoe’s dashboard" value={source.template} noun="address" />
          </div>
        </Panel>
      ))}
    </div>
  );
}

/** What a source says of its coins, in a few sentences. */
function termsOf(source: RewardSourceAnswer): string {
  const { rate, asset, currencies, minimum_coins, max_earned_per_day, max_redeemed_per_day } = source;
  return [
    `${rate.coins} coins are worth ${rate.amount} ${asset}.`,
    currencies.length > 0 ? `Its coins: ${currencies.join(', ')}.` : 'It has told of no coins yet.',
    `A user redeems at least ${minimum_coins} at once.`,
    ...(max_earned_per_day === null ? [] : [`What a user earns above ${max_earned_per_day} a day is held.`]),
    ...(max_redeemed_per_day === null ? [] : [`A user redeems at most ${max_redeemed_per_day} a day.`]),
  ].join(' ');
}
