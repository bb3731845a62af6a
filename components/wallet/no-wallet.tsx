'use client';
import { Action } from '@/components/ui/action';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from '@/components/ui/panel';
import { isPhone } from './is-phone';
import { walletLinks } from './wallet-links';

/** `onOtherDevice` connects a wallet elsewhere, where the operator offers that (WalletConnect). */
type NoWalletProps = { onOtherDevice?: () => void };

function InFrame({ url }: { url: string }) {
  return (
    <Panel
      heading="Your wallet may not work in here"
      actions={
        <a className={buttonClass()} href={url} target="_blank" rel="noopener noreferrer">
          Open in a new tab
        </a>
      }
    >
      <p>
        This page is shown inside another one, where wallets often cannot reach it. Open it in a tab of its own; what
        happens there shows up here too. Nothing has left the vault.
      </p>
    </Panel>
  );
}

function OnPhone({ url, onOtherDevice }: NoWalletProps & { url: string }) {
  return (
    <Panel
      heading="Open this page in your wallet"
      actions={
        <>
          {onOtherDevice && <Action onPress={onOtherDevice}>Choose from all wallets</Action>}
          {walletLinks(url).map((link, index) => (
            <a
              key={link.name}
              className={buttonClass(index === 0 && !onOtherDevice ? 'primary' : 'quiet')}
              href={link.href}
              target="_top"
            >
              Open in {link.name}
            </a>
          ))}
          <p>
            <CopyButton text={url} noun="link" label="Copy the link" />
          </p>
        </>
      }
    >
      <p>
        This browser has no wallet. Wallet apps have a browser of their own: open this page there, or copy the link and
        paste it. Nothing has left the vault.
      </p>
    </Panel>
  );
}

function OnDesktop({ url, onOtherDevice }: NoWalletProps & { url: string }) {
  return (
    <Panel
      heading="No wallet in this browser"
      actions={
        <>
          {onOtherDevice && <Action onPress={onOtherDevice}>Connect the wallet on my phone</Action>}
          <Action kind={onOtherDevice ? 'quiet' : 'primary'} onPress={() => window.location.reload()}>
            I have a wallet now, look again
          </Action>
          <p>
            <CopyButton text={url} noun="link" label="Copy the link for another device" />
          </p>
        </>
      }
    >
      <p>
        Install a wallet extension and look again, or open the link where your wallet is: in another browser, or in a
        wallet app on your phone. Nothing has left the vault, and the link keeps working.
      </p>
    </Panel>
  );
}

/** Nothing to connect to: says what to do on this very device. */
export function NoWallet(props: NoWalletProps) {
  const url = window.location.href;
  if (window.parent !== window) return <InFrame url={url} />;
  return isPhone() ? <OnPhone url={url} {...props} /> : <OnDesktop url={url} {...props} />;
}
