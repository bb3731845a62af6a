'use client';
import Link from 'next/link';
import { accountWords, kindWords } from '@/components/desk/words/ledger-words';
import { Amount } from '@/components/ui/figures/amount';
import { Time } from '@/components/ui/figures/time';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import { chainOf } from '@/lib/chains/registry';
import type { BookLine } from '@/lib/ledger/schema';

type LineTableProps = { caption: string; lines: readonly BookLine[]; withPosting?: boolean };

/** What a phone has no room for beside the amount; from and to stand below what it was there. */
const wideOnly = 'hidden sm:table-cell';

/** Lines of the books: from one account to another, each with what it is about. */
export function LineTable({ caption, lines, withPosting = true }: LineTableProps) {
  return (
    <Table caption={caption}>
      <Head>
        {withPosting && <Th>When</Th>}
        {withPosting && <Th>What</Th>}
        <Th className={withPosting ? wideOnly : ''}>From</Th>
        <Th className={withPosting ? wideOnly : ''}>To</Th>
        <Th end>Amount</Th>
        <Th className={wideOnly}>Network</Th>
        {withPosting && <Th>Payout</Th>}
      </Head>
      <Body>
        {lines.map((line) => (
          <Row key={line.id}>
            {withPosting && (
              <Td className="whitespace-nowrap">
                <Link
                  data-row
                  className="font-medium hover:underline"
                  href={`/dashboard/ledger/${line.posting}`}
                  prefetch={false}
                >
                  <Time iso={line.at} as="brief" />
                </Link>
              </Td>
            )}
            {withPosting && (
              <Td className="sm:whitespace-nowrap">
                {kindWords[line.kind]}
                <span className="block text-xs text-quiet sm:hidden">
                  {accountWords[line.from].name} to {accountWords[line.to].name}
                </span>
              </Td>
            )}
            <Td className={`whitespace-nowrap ${withPosting ? wideOnly : ''}`}>{accountWords[line.from].name}</Td>
            <Td className={`whitespace-nowrap ${withPosting ? wideOnly : ''}`}>{accountWords[line.to].name}</Td>
            <Td end>
              <Amount value={line.amount} symbol={line.asset} />
            </Td>
            <Td className={`whitespace-nowrap text-quiet ${wideOnly}`}>{line.chain && chainOf(line.chain).name}</Td>
            {withPosting && (
              <Td className="min-w-40">
                {line.payout && (
                  <Link
                    className="font-medium wrap-anywhere hover:underline"
                    href={`/dashboard/payouts/${line.payout.id}`}
                    prefetch={false}
                  >
                    <bdi>{line.payout.reference}</bdi>
                  </Link>
                )}
              </Td>
            )}
          </Row>
        ))}
      </Body>
    </Table>
  );
}
