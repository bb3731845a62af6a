'use client';
import { Action } from '@/components/ui/action';
import { Address } from '@/components/ui/figures/hex';
import { Panel } from '@/components/ui/panel';
import { useWalletWords } from '@/components/wallet/wallet-words';
import { type ProofPaths, useSignedProof } from './use-signed-proof';

type SignPanelProps = { paths: ProofPaths; address: string; onDone: () => void; onOther: () => void };

/** One press: the wallet signs that it is its person's. It moves nothing and costs nothing. */
export function SignPanel({ paths, address, onDone, onOther }: SignPanelProps) {
  const say = useWalletWords();
  const { proving, sign } = useSignedProof(paths, onDone);
  const isBusy = proving.at === 'asking' || proving.at === 'checking' || proving.at === 'done';
  return (
    <Panel
      heading={
        proving.at === 'ready' || proving.at === 'trouble'
          ? say('wallet.prove.heading')
          : say(`wallet.prove.${proving.at}`)
      }
      actions={
        !isBusy && (
          <>
            <Action onPress={() => void sign()}>{say('wallet.prove.do')}</Action>
            <Action kind="text" onPress={onOther}>
              {say('wallet.useAnother')}
            </Action>
          </>
        )
      }
    >
      {proving.at === 'trouble' && (
        <p role="alert" className="text-warn">
          {say(`wallet.prove.trouble.${proving.kind}`)}
        </p>
      )}
      <div>
        <Address value={address} say={say} />
      </div>
      <p>{say('wallet.prove.words')}</p>
    </Panel>
  );
}
