import type { Metadata } from 'next';
import { readDesk } from '@/app/(dashboard)/dashboard/desk-page';
import { AddEmail } from '@/components/desk/account/add-email';
import { AddWallet } from '@/components/desk/account/add-wallet';
import { Identities } from '@/components/desk/account/identities';
import { SessionActions, Sessions } from '@/components/desk/account/sessions';
import { TimeZoneForm } from '@/components/desk/account/time-zone-form';
import { LiveRefresh } from '@/components/desk/frame/live';
import { AddPasskey } from '@/components/desk/passkeys/add-passkey';
import { PasskeyList } from '@/components/desk/passkeys/passkey-list';
import { roleWords } from '@/components/desk/team/role-words';
import { PageHeader, Section } from '@/components/ui/page-header';
import { listSessions } from '@/lib/access/sessions/sessions';
import { timeZones } from '@/lib/kernel/time-zone';

export const metadata: Metadata = { title: 'Your account' };

export default async function Page() {
  const { ctx, viewer } = await readDesk();
  const sessions = await listSessions(ctx);
  return (
    <>
      <LiveRefresh topics={['team']} />
      <PageHeader title="Your account" lead={`Signed in as ${viewer.name}.`} />
      <Section title="Ways to sign in" lead="Two are better than one: a lost wallet or mailbox then locks nobody out.">
        <Identities identities={viewer.identities} />
        <div className="mt-3 flex flex-wrap gap-2">
          <AddEmail />
          <AddWallet />
        </div>
      </Section>
      <Section
        title="Passkeys"
        lead="Quicker than a code or a signature, and no page that looks like ours can use them. They stand beside your ways to sign in."
      >
        <PasskeyList passkeys={viewer.passkeys} />
        <div className="mt-3">
          <AddPasskey />
        </div>
      </Section>
      <Section
        title="Times and days"
        lead="In which zone every page here tells you times, and whose days filters mean."
      >
        <TimeZoneForm zone={viewer.time_zone} zones={timeZones()} />
      </Section>
      <Section title="Where you are signed in">
        <Sessions sessions={sessions} />
        <SessionActions others={sessions.filter(({ current }) => !current).length} />
      </Section>
      <Section title="Your teams">
        <ul className="divide-y divide-line rounded-lg border border-line bg-surface text-sm">
          {viewer.merchants
            .filter(({ invited }) => !invited)
            .map(({ id, name, role }) => (
              <li key={id} className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 px-3.5 py-2">
                <span className="wrap-anywhere">
                  {name}
                  {id === viewer.merchant.id && <span className="text-quiet">, which you look at now</span>}
                </span>
                <span className="text-quiet">{roleWords[role].name}</span>
              </li>
            ))}
        </ul>
      </Section>
    </>
  );
}
