import Link from 'next/link';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { SourceAnswer } from '@/lib/sources/schema';
import { dialectWords } from './words';

/** Who tells us something, and when they last did. */
export function SourceTable({ sources }: { sources: readonly SourceAnswer[] }) {
  return (
    <Table caption="Sources">
      <Head>
        <Th>Source</Th>
        <Th className="hidden sm:table-cell">Dialect</Th>
        <Th>Last heard</Th>
        <Th className="hidden lg:table-cell">Added</Th>
      </Head>
      <Body>
        {sources.map((source) => (
          <Row key={source.id}>
            <Td className="max-w-72">
              <Link
                href={`/dashboard/webhooks/sources/${source.id}`}
                prefetch={false}
                className="block py-1 font-medium text-link underline-offset-4 wrap-anywhere hover:underline"
              >
                {source.description || source.id}
              </Link>
              <span className="block text-xs text-quiet sm:hidden">{dialectWords[source.dialect].name}</span>
            </Td>
            <Td className="hidden sm:table-cell">{dialectWords[source.dialect].name}</Td>
            <Td>
              {source.last_notice_at ? <Time iso={source.last_notice_at} /> : <span className="text-quiet">Never</span>}
            </Td>
            <Td className="hidden lg:table-cell">
              <Time iso={source.created_at} />
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
