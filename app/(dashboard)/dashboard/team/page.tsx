import type { Metadata } from 'next';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { Invite } from '@/components/desk/team/invite-form';
import { InviteTable } from '@/components/desk/team/invite-table';
import { MemberTable } from '@/components/desk/team/member-table';
import { RoleTable } from '@/components/desk/team/role-table';
import { PageHeader, Section } from '@/components/ui/page-header';
import { permissionsOf } from '@/lib/access/permissions';
import { viewTeam } from '@/lib/access/team/team';
import { env } from '@/lib/kernel/env';

export const metadata: Metadata = { title: 'Team' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('team:read');
  const { members, invites } = await viewTeam(ctx);
  const signInUrl = new URL('/sign-in', env.BASE_URL).href;
  return (
    <>
      <LiveRefresh topics={['team']} />
      <PageHeader
        title="Team"
        lead="Approvers do not pay, and payers do not approve. Owners may do both, but nobody approves what they made themselves."
        actions={viewer.permissions.includes('team:write') && <Invite signInUrl={signInUrl} />}
      />
      <Section title="Members">
        <MemberTable members={members} />
      </Section>
      {invites.length > 0 && (
        <Section title="Invited">
          <InviteTable invites={invites} signInUrl={signInUrl} />
        </Section>
      )}
      <Section title="What each role may do">
        <RoleTable allowed={permissionsOf} />
      </Section>
    </>
  );
}
