import Link from 'next/link';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Panel } from '@/components/ui/panel';
import { Status, type Tone } from '@/components/ui/status';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { PurseAnswer, RedemptionAnswer, RewardAnswer, RewardUserAnswer } from '@/lib/rewards/schema';
import { DecideReward } from './decide-reward';
import { RedeemCoins } from './redeem-coins';

const rewardWords: Record<RewardAnswer['status'], { tone: Tone; words: string }> = {
  booked: { tone: 'good', words: 'Earned' },
  held: { tone: 'busy', words: 'Held' },
  reversed: { tone: 'quiet', words: 'Taken back' },
};
const redemptionWords: Record<RedemptionAnswer['status'], { tone: Tone; words: string }> = {
  open: { tone: 'busy', words: 'On its way' },
  paid: { tone: 'good', words: 'Paid' },
  returned: { tone: 'quiet', words: 'Coins given back' },
};

/** What one user has, what they redeemed, and what they earned. */
export function UserStory({ user, rewards }: { user: RewardUserAnswer; rewards: readonly RewardAnswer[] }) {
  return (
    <div className="space-y-6">
      {user.purses.map((purse) => (
        <Purse key={`${purse.source} ${purse.currency}`} user={user.user} purse={purse} />
      ))}
      {user.redemptions.length > 0 && <Redemptions redemptions={user.redemptions} />}
      <Table caption="Rewards, the newest first">
        <Head>
          <Th>When</Th>
          <Th end>Coins</Th>
          <Th>State</Th>
          <Th className="hidden lg:table-cell">trans_uuid</Th>
          <Th end>Decide</Th>
        </Head>
        <Body>
          {rewards.map((reward) => (
            <Row key={reward.id}>
              <Td>
                <Time iso={reward.received_at} />
              </Td>
              <Td end>
                {reward.coins} <bdi>{reward.currency}</bdi>
              </Td>
              <Td>
                <Status tone={rewardWords[reward.status].tone}>{rewardWords[reward.status].words}</Status>
              </Td>
              <Td className="hidden font-mono text-xs lg:table-cell">{reward.trans_uuid}</Td>
              <Td end>
                <DecideReward reward={reward} />
              </Td>
            </Row>
          ))}
        </Body>
      </Table>
    </div>
  );
}

function Purse({ user, purse }: { user: string; purse: PurseAnswer }) {
  const { currency, coins, earned, reversed, redeemed, held, worth } = purse;
  return (
    <Panel heading={currency} actions={<RedeemCoins user={user} purse={purse} />}>
      <p className="text-sm">
        Has {coins}, worth <Amount value={worth.amount} symbol={worth.asset} />. Earned {earned}, redeemed {redeemed}
        {reversed !== '0' && `, taken back ${reversed}`}
        {held !== '0' && `, held ${held}`}.
      </p>
    </Panel>
  );
}

function Redemptions({ redemptions }: { redemptions: readonly RedemptionAnswer[] }) {
  return (
    <Table caption="Redeemed, the newest first">
      <Head>
        <Th>When</Th>
        <Th end>Coins</Th>
        <Th>State</Th>
        <Th end>Payout</Th>
      </Head>
      <Body>
        {redemptions.map(({ id, coins, currency, status, payout, created_at }) => (
          <Row key={id}>
            <Td>
              <Time iso={created_at} />
            </Td>
            <Td end>
              {coins} <bdi>{currency}</bdi>
            </Td>
            <Td>
              <Status tone={redemptionWords[status].tone}>{redemptionWords[status].words}</Status>
            </Td>
            <Td end>
              <Link className="text-link underline-offset-4 hover:underline" href={`/dashboard/payouts/${payout.id}`}>
                <Amount value={payout.amount} symbol={payout.asset} />
              </Link>
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
