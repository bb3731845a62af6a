import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { readQuery, type SearchParams } from '@/app/(dashboard)/dashboard/read-query';
import { CloseAddress } from '@/components/desk/dialogs/close-address';
import { hrefOf } from '@/components/desk/frame/href';
import { LiveRefresh } from '@/components/desk/frame/live';
import { OlderPages } from '@/components/desk/frame/older-pages';
import { MessageLog } from '@/components/desk/webhooks/message-log';
import { ReplaceSourceSecret } from '@/components/desk/webhooks/replace-source-secret';
import { dialectWords } from '@/components/desk/webhooks/words';
import { CopyField } from '@/components/ui/copy-field';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import { PageHeader, Section } from '@/components/ui/page-header';
import { env } from '@/lib/kernel/env';
import { listMessages, viewSource } from '@/lib/sources/list-messages';
import { messagesQuery } from '@/lib/sources/schema';

export const metadata: Metadata = { title: 'Webhook source' };

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Page({ params, searchParams }: Props) {
  const { ctx } = await deskPage('webhooks:read');
  const source = await orNotFound(viewSource(ctx, (await params).id));
  const { query } = await readQuery(messagesQuery, searchParams);
  const { data: messages, next } = await listMessages(ctx, source.id, query);
  const here = `/dashboard/webhooks/sources/${source.id}`;
  return (
    <>
      {!query.after && <LiveRefresh topics={['webhooks']} />}
      <PageHeader
        title={source.description || source.id}
        above={
          <Link href="/dashboard/webhooks/sources" className="underline-offset-4 hover:underline">
            Sources
          </Link>
        }
        actions={
          <>
            <ReplaceSourceSecret source={source} />
            <CloseAddress
              route={`/api/desk/webhooks/sources/${source.id}`}
              list="/dashboard/webhooks/sources"
              stays="What it told us stays where it led to something: payouts go on as the network shows them."
            />
          </>
        }
      />
      <div className="max-w-3xl space-y-4">
        <CopyField label="Where it has to send to" value={source.url} noun="address">
          Messages must be signed with its secret, which is stored encrypted and never shown.
        </CopyField>
        <Facts>
          <Fact name="Dialect">{dialectWords[source.dialect].name}</Fact>
          <Fact name="Last heard">
            {source.last_notice_at ? <Time iso={source.last_notice_at} /> : 'Nothing that was well signed yet'}
          </Fact>
          {source.former_secret_until && (
            <Fact name="The secret before is taken until">
              <Time iso={source.former_secret_until} />
            </Fact>
          )}
          <Fact name="Added">
            <Time iso={source.created_at} />
          </Fact>
        </Facts>
      </div>
      <Section
        title="What it told us"
        lead={`What messages say is deleted after ${env.NOTICES_KEPT_DAYS.toLocaleString('en-GB')} days.`}
      >
        {messages.length > 0 ? (
          <MessageLog messages={messages} />
        ) : (
          <p className="text-sm text-quiet">Nothing yet. What is not well signed is refused and not kept.</p>
        )}
        <OlderPages first={query.after ? here : null} older={next && hrefOf(here, { after: next })} />
      </Section>
    </>
  );
}
