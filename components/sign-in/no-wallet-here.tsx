'use client';
import { Action } from '@/components/ui/action';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { isPhone } from '@/components/wallet/is-phone';
import { walletLinks } from '@/components/wallet/wallet-links';

/** Nothing to connect to in this browser. */
export function NoWalletHere({ onOtherDevice }: { onOtherDevice?: () => void }) {
  const links = isPhone() ? walletLinks(window.location.href) : [];
  return (
    <Panel
      heading="No wallet in this browser"
      actions={
        <>
          {onOtherDevice && <Action onPress={onOtherDevice}>Connect a wallet on another device</Action>}
          {links.map(({ name, href }) => (
            <a key={name} className={buttonClass('quiet')} href={href}>
              Open in {name}
            </a>
          ))}
          <Action kind={onOtherDevice || links.length > 0 ? 'text' : 'quiet'} onPress={() => window.location.reload()}>
            I have one now, look again
          </Action>
        </>
      }
    >
      <p>
        {links.length > 0
          ? 'Wallet apps have a browser of their own: open this page there, or use a code by e-mail instead.'
          : 'Install a wallet extension and look again, or use a code by e-mail instead.'}
      </p>
    </Panel>
  );
}
