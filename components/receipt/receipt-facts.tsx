import type { ReactNode } from 'react';
import { Amount } from '@/components/ui/figures/amount';
import { Fact, Facts } from '@/components/ui/figures/facts';
import { Time } from '@/components/ui/figures/time';
import type { ReceiptContent } from '@/lib/receipts/schema';
import type { Say } from '@/lib/words/say';

type FactsProps = { content: ReceiptContent; say: Say<'ui' | 'receipt'> };

/** An address, a hash or a number of the chain: whole, and from left to right in every language. */
function Whole({ children }: { children: ReactNode }) {
  return (
    <bdi dir="ltr" className="inline-block text-start font-mono text-[0.8125rem] break-all">
      {children}
    </bdi>
  );
}

export function ReceiptFacts({ content, say }: FactsProps) {
  return (
    <Facts dense>
      <Agreed content={content} say={say} />
      <Moved content={content} say={say} />
      <Fact name={say('receipt.id')}>
        <Whole>{content.jti}</Whole>
      </Fact>
    </Facts>
  );
}

/** What was to be paid, for what. */
function Agreed({ content, say }: FactsProps) {
  const { asset, merchant } = content;
  const paid = (text: string) => <Amount value={text} symbol={asset.symbol} language={say.language} />;
  const fee =
    content.fee_payer === 'merchant' ? say('receipt.feeOfMerchant', { merchant: merchant.name }) : say('receipt.fee');
  return (
    <>
      <Fact name={say('receipt.paidOn')}>
        <bdi>
          <Time iso={content.completed_at} />
        </bdi>
      </Fact>
      <Fact name={say('receipt.for')}>
        <bdi>{content.description ?? content.reference}</bdi>
      </Fact>
      <Fact name={say('receipt.reference')}>
        <bdi>{content.reference}</bdi>
      </Fact>
      <Fact name={say('receipt.amount')}>
        {paid(content.fee_payer === 'merchant' ? content.net.text : content.gross.text)}
      </Fact>
      <Fact name={fee}>{paid(content.fee.text)}</Fact>
      <Fact name={say('receipt.received')}>{paid(content.net.text)}</Fact>
    </>
  );
}

/** What moved on the chain, and where. */
function Moved({ content, say }: FactsProps) {
  const { transfer, chain, asset, contract, claim_id: claimId } = content;
  return (
    <>
      <Fact name={say('receipt.to')}>
        <Whole>{content.recipient.address}</Whole>
      </Fact>
      <Fact name={say(content.vault ? 'receipt.fromVault' : 'receipt.from')}>
        <Whole>{transfer.from}</Whole>
      </Fact>
      <Fact name={say('receipt.network')}>
        <bdi>
          {chain.name} ({chain.id})
        </bdi>
      </Fact>
      <Fact name={say('receipt.token', { symbol: asset.symbol })}>
        <Whole>{asset.token}</Whole>
      </Fact>
      {contract && (
        <Fact name={say('receipt.contract')}>
          <Whole>{contract}</Whole>
        </Fact>
      )}
      {claimId && (
        <Fact name={say('receipt.claimId')}>
          <Whole>{claimId}</Whole>
        </Fact>
      )}
      <Fact name={say('receipt.transfer')}>
        <Whole>{transfer.hash}</Whole>
      </Fact>
      <Fact name={say('receipt.block')}>
        <Whole>{transfer.block_number}</Whole>
      </Fact>
    </>
  );
}
