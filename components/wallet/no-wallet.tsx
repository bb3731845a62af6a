'use client';
import { Action } from '@/components/ui/action';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { isPhone } from './is-phone';
import { walletLinks } from './wallet-links';
import { useWalletWords } from './wallet-words';

/** `onOtherDevice` connects a wallet elsewhere, where the operator offers that (WalletConnect). */
type NoWalletProps = { onOtherDevice?: () => void };

function InFrame({ url }: { url: string }) {
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.none.frame.heading')}
      actions={
        <a className={buttonClass()} href={url} target="_blank" rel="noopener noreferrer">
          {say('wallet.none.frame.do')}
        </a>
      }
    >
      <p>{say('wallet.none.frame.words')}</p>
    </Panel>
  );
}

function OnPhone({ url, onOtherDevice }: NoWalletProps & { url: string }) {
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.none.phone.heading')}
      actions={
        <>
          {onOtherDevice && <Action onPress={onOtherDevice}>{say('wallet.none.phone.all')}</Action>}
          {walletLinks(url).map((link, index) => (
            <a
              key={link.name}
              className={buttonClass(index === 0 && !onOtherDevice ? 'primary' : 'quiet')}
              href={link.href}
              target="_top"
            >
              {say('wallet.none.phone.openIn', { wallet: link.name })}
            </a>
          ))}
          <p>
            <CopyButton text={url} noun="link" label={say('wallet.none.phone.copy')} />
          </p>
        </>
      }
    >
      <p>{say('wallet.none.phone.words')}</p>
    </Panel>
  );
}

function OnDesktop({ url, onOtherDevice }: NoWalletProps & { url: string }) {
  const say = useWalletWords();
  return (
    <Panel
      heading={say('wallet.none.desktop.heading')}
      actions={
        <>
          {onOtherDevice && <Action onPress={onOtherDevice}>{say('wallet.none.desktop.onPhone')}</Action>}
          <Action kind={onOtherDevice ? 'quiet' : 'primary'} onPress={() => window.location.reload()}>
            {say('wallet.none.desktop.look')}
          </Action>
          <p>
            <CopyButton text={url} noun="link" label={say('wallet.none.desktop.copy')} />
          </p>
        </>
      }
    >
      <p>{say('wallet.none.desktop.words')}</p>
    </Panel>
  );
}

/** Nothing to connect to: says what to do on this very device. */
export function NoWallet(props: NoWalletProps) {
  const url = window.location.href;
  if (window.parent !== window) return <InFrame url={url} />;
  return isPhone() ? <OnPhone url={url} {...props} /> : <OnDesktop url={url} {...props} />;
}
