import Link from 'next/link';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { ListedPurse } from '@/lib/rewards/schema';

/** What users hold, those first whose coins changed last. */
export function PurseTable({ purses }: { purses: readonly ListedPurse[] }) {
  return (
    <Table caption="Users and their coins, changed last first">
      <Head>
        <Th>User</Th>
        <Th>Coins</Th>
        <Th end>Has</Th>
        <Th end>Held</Th>
        <Th className="hidden md:table-cell">Changed</Th>
      </Head>
      <Body>
        {purses.map(({ user, source, currency, coins, held, updated_at }) => (
          <Row key={`${source} ${user} ${currency}`}>
            <Td className="max-w-72">
              <Link
                className="wrap-anywhere text-link underline-offset-4 hover:underline"
                href={`/dashboard/rewards?user=${encodeURIComponent(user)}`}
              >
                <bdi>{user}</bdi>
              </Link>
            </Td>
            <Td>
              <bdi>{currency}</bdi>
            </Td>
            <Td end>{coins}</Td>
            <Td end>{held === '0' ? '–' : held}</Td>
            <Td className="hidden md:table-cell">
              <Time iso={updated_at} />
            </Td>
          </Row>
        ))}
      </Body>
    </Table>
  );
}
