import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { FilterForm } from '@/components/desk/frame/filter-form';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AddRewardSource } from '@/components/desk/rewards/add-reward-source';
import { PurseTable } from '@/components/desk/rewards/purse-table';
import { RewardSourceList } from '@/components/desk/rewards/reward-source-list';
import { UserStory } from '@/components/desk/rewards/user-story';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { TextField } from '@/components/ui/fields';
import { PageHeader } from '@/components/ui/page-header';
import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { listPayoutAssets } from '@/lib/payouts/terms/list-assets';
import { rewardsPageQuery } from '@/lib/rewards/schema';
import { listRewardSources } from '@/lib/rewards/sources';
import { listPurses, listRewards, viewRewardUser } from '@/lib/rewards/view';

export const metadata: Metadata = { title: 'Rewards' };

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, viewer } = await deskPage('payouts:read');
  const { user } = (await readQuery(rewardsPageQuery, searchParams)).query;
  const { data: sources } = await listRewardSources(ctx);
  // Who may add a source may also pay out.
  const paidOut = viewer.permissions.includes('webhooks:write') ? await listPayoutAssets(ctx) : [];
  const choices = paidOut.map(
    ({ chain, chain_name, asset }) => [`${chain}:${asset}`, `${asset} on ${chain_name}`] as const,
  );
  return (
    <>
      <LiveRefresh topics={['rewards']} />
      <PageHeader
        title="Rewards"
        lead="What your users earn in coins, told by adjoe, and redeem as payouts."
        actions={choices.length > 0 && <AddRewardSource paidOut={choices} />}
      />
      <FilterForm path="/dashboard/rewards" filters={{ user }} className="mb-4 flex flex-wrap items-end gap-3">
        <TextField data-search name="user" label="User" defaultValue={user} maxLength={200} />
        <button type="submit" className={buttonClass('small')}>
          Search
        </button>
      </FilterForm>
      {user === undefined ? (
        <div className="space-y-6">
          {sources.length > 0 ? (
            <RewardSourceList sources={sources} />
          ) : (
            <Empty title="No source of rewards yet">
              Add one, paste its address into adjoe’s dashboard, and users’ coins are kept here.
            </Empty>
          )}
          <Users ctx={ctx} />
        </div>
      ) : (
        <OneUser ctx={ctx} user={user} />
      )}
    </>
  );
}

async function Users({ ctx }: { ctx: Context }) {
  const purses = await listPurses(ctx);
  return purses.length > 0 ? <PurseTable purses={purses} /> : null;
}

async function OneUser({ ctx, user }: { ctx: Context; user: string }) {
  const found = await viewRewardUser(ctx, user).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not_found') return null;
    throw error;
  });
  if (!found) return <Empty title="This user has earned nothing here">Their id is the one that adjoe is given.</Empty>;
  const { data } = await listRewards(ctx, { user, limit: 100 });
  return <UserStory user={found} rewards={data} />;
}
