import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { AuditFilters, type AuditFilterValues } from '@/components/desk/audit/audit-filters';
import { AuditLines } from '@/components/desk/audit/audit-lines';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CopyField } from '@/components/ui/copy-field';
import { Empty } from '@/components/ui/empty';
import { Icon } from '@/components/ui/figures/icon';
import { PageHeader, Section } from '@/components/ui/page-header';
import { auditQuery } from '@/lib/access/schema';
import { viewAuditHead } from '@/lib/access/trail/audit-head';
import { listAudit, listAuditActions, listAuditActors } from '@/lib/access/trail/list-audit';
import { nameSubjects } from '@/lib/desk/story/name-subjects';
import { givenDay } from '@/lib/kernel/given-schema';
import { endOfDayIn, startOfDayIn } from '@/lib/kernel/time-zone';

export const metadata: Metadata = { title: 'Audit' };

const here = '/dashboard/audit';
const day = givenDay.optional();
const pageQuery = auditQuery.omit({ limit: true }).extend({ from: day, until: day });

/** Days of the form as moments, both days included: lines have milliseconds, and `until` is the last of them. */
function momentsOf({ from, until, ...rest }: AuditFilterValues, zone: string) {
  return {
    ...rest,
    ...(from && { from: new Date(startOfDayIn(zone, from)).toISOString() }),
    ...(until && { until: new Date(endOfDayIn(zone, until) - 1).toISOString() }),
  };
}

export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const { ctx, viewer } = await deskPage('audit:read');
  const { query, ignored } = await readQuery(pageQuery, searchParams);
  const { after, ...filters } = query;
  const wanted = momentsOf(filters, viewer.time_zone);
  const [{ data, next }, actions, actors, head] = await Promise.all([
    listAudit(ctx, { ...wanted, after, limit: 50 }),
    listAuditActions(ctx),
    listAuditActors(ctx),
    viewAuditHead(ctx),
  ]);
  const names = await nameSubjects(
    ctx,
    data.map((line) => line.subject_id),
  );
  return (
    <>
      {!after && <LiveRefresh topics={['audit']} />}
      <PageHeader
        title="Audit"
        lead="Who did what, from where, and what it changed. Lines are only ever added."
        actions={
          <a href={hrefOf('/api/desk/audit/export', wanted)} download className={buttonClass('small')}>
            <Icon name="download" />
            Export CSV
          </a>
        }
      />
      <AuditFilters filters={filters} actions={actions} actors={actors} />
      {ignored.length > 0 && (
        <div className="mb-4">
          <Callout tone="warn">Not understood, and so left out: {ignored.join(', ')}.</Callout>
        </div>
      )}
      {data.length > 0 ? (
        <AuditLines lines={data} names={names} />
      ) : (
        <Empty
          title="Nothing matches"
          action={
            <Link href={here} prefetch={false} className={buttonClass('small')}>
              Show everything
            </Link>
          }
        />
      )}
      <OlderPages
        first={after ? hrefOf(here, filters) : null}
        older={next && hrefOf(here, { ...filters, after: next })}
      />
      <Section title="The seal">
        <div className="max-w-prose space-y-3">
          <p className="text-sm text-pretty text-quiet">
            Each line is sealed within seconds: its seal is made over the line and the seal before it, so nothing can be
            changed, taken out or moved without every later seal giving it away.
          </p>
          {head && (
            <CopyField
              label={`Sealed up to line ${head.sequence}`}
              value={`${viewer.merchant.id}:${head.sequence}:${head.hash}`}
              noun="seal"
            >
              Keep a copy elsewhere, or the CSV, which holds every seal. Your portal’s operator holds it against the
              chain with the command that verifies the audit.
            </CopyField>
          )}
        </div>
      </Section>
    </>
  );
}
