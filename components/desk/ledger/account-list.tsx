import Link from 'next/link';
import { hrefOf } from '@/components/desk/frame/href';
import { accountWords } from '@/components/desk/words/ledger-words';
import { Amount } from '@/components/ui/figures/amount';
import { Section } from '@/components/ui/page-header';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { AssetBooks } from '@/lib/ledger/schema';

/** What every account of an asset holds; each leads to its lines. */
export function AccountList({ books }: { books: readonly AssetBooks[] }) {
  const titled = books.map((one) => ({
    ...one,
    title: one.chain_name ? `${one.asset} on ${one.chain_name}` : one.asset,
  }));
  return titled.map(({ chain, title, asset, accounts }) => (
    <Section key={title} title={title}>
      <Table caption={`Accounts in ${title}`}>
        <Head>
          <Th>Account</Th>
          <Th end>Balance</Th>
          <Th className="hidden sm:table-cell">What it holds</Th>
        </Head>
        <Body>
          {accounts.map(({ account, balance }) => (
            <Row key={account}>
              <Td>
                <Link
                  className="text-link underline underline-offset-4"
                  href={`${hrefOf('/dashboard/ledger', { account, chain, asset })}#lines`}
                  prefetch={false}
                >
                  {accountWords[account].name}
                </Link>
              </Td>
              <Td end>
                <Amount value={balance} symbol={asset} />
              </Td>
              <Td className="hidden text-quiet sm:table-cell">{accountWords[account].words}</Td>
            </Row>
          ))}
        </Body>
      </Table>
    </Section>
  ));
}
