'use client';
import dynamic from 'next/dynamic';
import { useProofPlaces } from '@/components/desk/frame/step-up';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { groupAmounts } from '@/components/ui/figures/group-digits';
import { roughAmount } from '@/components/ui/figures/rough-amount';
import { Fold } from '@/components/ui/fold';
import { Body, Head, Row, Table, Td, Th } from '@/components/ui/table';
import type { PreparedCall, VaultOnPage } from '@/lib/vaults/schema';

const CallSigner = dynamic(() => import('./call-signer').then((module) => module.CallSigner), {
  ssr: false,
  loading: () => <p className="text-sm text-quiet">Looking for wallets …</p>,
});

type CallPreviewProps = {
  vault: VaultOnPage;
  prepared: PreparedCall;
  onSent: (hash: string) => void;
  onBack: () => void;
};

/** Exactly what would be signed, in words and numbers, and the wallet that may sign it. */
export function CallPreview({ vault, prepared, onSent, onBack }: CallPreviewProps) {
  const { wallet } = useProofPlaces();
  const { network_fee: fee, changes, words, warnings } = prepared;
  const place = { chain: vault.chain, walletConnectProjectId: wallet?.walletConnectProjectId ?? '' };
  return (
    <div className="space-y-3">
      <p className="font-medium">{groupAmounts(prepared.title)}</p>
      <Table caption="What changes">
        <Head>
          <Th>What</Th>
          <Th>Now</Th>
          <Th>Afterwards</Th>
        </Head>
        <Body>
          {changes.map(({ name, before, after }) => (
            <Row key={name}>
              <Td>{name}</Td>
              <Td className="text-quiet wrap-anywhere">{groupAmounts(before)}</Td>
              <Td className="font-medium wrap-anywhere">{groupAmounts(after)}</Td>
            </Row>
          ))}
        </Body>
      </Table>
      <div className="max-w-prose space-y-1 text-sm text-pretty">
        {words.map((one) => (
          <p key={one}>{groupAmounts(one)}</p>
        ))}
      </div>
      {warnings.map((one) => (
        <Callout key={one} tone="warn">
          {groupAmounts(one)}
        </Callout>
      ))}
      <p className="text-[0.8125rem] text-quiet">
        Tried on {vault.chain.name} at block {prepared.block_number}: it works. Network fee: about{' '}
        {roughAmount(fee.estimate, 'up')} {fee.currency}
        {!fee.enough &&
          (fee.tight
            ? '. The wallet holds little more, and may refuse: wallets set aside several times the cost while they send.'
            : ', more than this wallet holds. Add a little first.')}
      </p>
      <CallSigner place={place} prepared={prepared} onSent={onSent} />
      <div className="flex flex-wrap items-center gap-x-4">
        <button type="button" className={buttonClass('bare')} onClick={onBack}>
          Change it
        </button>
      </div>
      <Fold title="The exact call">
        <CodeBlock label="The exact call" text={JSON.stringify(prepared.call, null, 2)} />
      </Fold>
    </div>
  );
}
