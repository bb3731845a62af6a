'use client';
import { buttonClass } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Panel } from './panel';
import { walletLinks } from './wallet-links';

function framed(): boolean {
  return window.parent !== window;
}

function NewTab() {
  return (
    <a className={buttonClass()} href={window.location.href} target="_blank" rel="noopener noreferrer">
      Open in a new tab
    </a>
  );
}

function OnPhone({ url }: { url: string }) {
  return (
    <Panel
      heading="Open this page in your wallet"
      actions={
        <>
          {walletLinks(url).map((link, index) => (
            <a
              key={link.name}
              className={buttonClass(index === 0 ? 'primary' : 'quiet')}
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

function OnDesktop({ url }: { url: string }) {
  return (
    <Panel
      heading="No wallet in this browser"
      actions={
        <>
          <button type="button" className={buttonClass()} onClick={() => window.location.reload()}>
            I have a wallet now, look again
          </button>
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
export function NoWallet() {
  const url = window.location.href;
  if (framed()) {
    return (
      <Panel heading="Your wallet may not work in here" actions={<NewTab />}>
        <p>
          This page is shown inside another one, where wallets often cannot reach it. Open it in a tab of its own; what
          happens there shows up here too. Nothing has left the vault.
        </p>
      </Panel>
    );
  }
  const phone = /Android|iPhone|iPad|iPod|Mobile/i.test(navigator.userAgent);
  return phone ? <OnPhone url={url} /> : <OnDesktop url={url} />;
}
