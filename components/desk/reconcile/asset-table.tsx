import { Amount } from '@/components/ui/figures/amount';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { CloseOnWire } from '@/lib/reconcile/core/schema';

type Asset = CloseOnWire['assets'][number];
type Part = Exclude<keyof Asset, 'symbol'>;

const parts: readonly { part: Part; words: string; why?: string }[] = [
  { part: 'balance', words: 'In the vault', why: 'as the chain says' },
  { part: 'booked', words: 'In the books', why: 'available and promised, from final blocks' },
  { part: 'difference', words: 'Between them' },
  { part: 'in_flight', words: 'On its way', why: 'mined, not final yet, in neither of the two' },
  { part: 'suspense', words: 'In suspense', why: 'left, and not explained' },
  { part: 'paid', words: 'Paid in these blocks' },
  { part: 'fees', words: 'Fees in these blocks' },
  { part: 'deposits', words: 'Came in' },
  { part: 'outflows', words: 'Left otherwise' },
  { part: 'owed', words: 'Promised by hand', why: 'to be paid from wallets' },
];

/** The day's figures, one column per asset. */
export function AssetTable({ assets }: { assets: CloseOnWire['assets'] }) {
  return (
    <Table caption="Figures of the day">
      <Head>
        <Th>What</Th>
        {assets.map(({ symbol }) => (
          <Th key={symbol} end>
            {symbol}
          </Th>
        ))}
      </Head>
      <Body>
        {parts.map(({ part, words, why }) => (
          <Row key={part}>
            <Td>
              {words} {why && <span className="block text-xs text-quiet sm:inline">{why}</span>}
            </Td>
            {assets.map((asset) => (
              <Td key={asset.symbol} end className={isOff(part, asset) ? 'text-bad' : ''}>
                <Figure value={asset[part]} symbol={asset.symbol} />
              </Td>
            ))}
          </Row>
        ))}
      </Body>
    </Table>
  );
}

function isOff(part: Part, asset: Asset): boolean {
  return (part === 'difference' || part === 'suspense') && /[1-9]/.test(asset[part] ?? '');
}

function Figure({ value, symbol }: { value: string | null; symbol: string }) {
  return value === null ? <span className="text-quiet">no vault</span> : <Amount value={value} symbol={symbol} />;
}
