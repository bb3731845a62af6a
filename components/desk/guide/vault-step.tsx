'use client';
import { type ReactNode, useState } from 'react';
import { AssetActions } from '@/components/desk/vaults/vault-actions';
import { Callout } from '@/components/ui/callout';
import { TextField } from '@/components/ui/fields';
import { Amount } from '@/components/ui/figures/amount';
import { Address } from '@/components/ui/figures/hex';
import { Status } from '@/components/ui/status';
import type { VaultAsset, VaultOnPage } from '@/lib/vaults/schema';
import { isDailySum, proposeCaps } from './caps';
import { ConnectVault, type VaultChain } from './connect-vault';

type VaultStepProps = { chains: readonly VaultChain[]; vaults: readonly VaultOnPage[] };

/** For each network that the merchant pays on: its vault, and the two things that the vault's wallet signs. */
export function VaultStep({ chains, vaults }: VaultStepProps) {
  const [daily, setDaily] = useState('500');
  if (chains.length === 0)
    return <Callout>Choose what you pay out first: each network has a vault of its own.</Callout>;
  return (
    <div className="space-y-8">
      <div className="max-w-xs">
        <TextField
          label="What you expect to pay on a usual day"
          hint="In whole coins. The limits below are proposed from it; you can change them at any time."
          inputMode="numeric"
          maxLength={12}
          value={daily}
          onChange={(text) => setDaily(text.trim())}
          fault={isDailySum(daily) ? null : 'must be a whole number above 0'}
        />
      </div>
      {chains.map((chain) => {
        const vault = vaults.find((one) => one.chain.key === chain.key);
        return (
          <section key={chain.key} aria-label={chain.name} className="space-y-4">
            <h3 className="text-sm font-semibold">{chain.name}</h3>
            {vault ? <OwnVault vault={vault} daily={daily} /> : <ConnectVault chain={chain} />}
          </section>
        );
      })}
    </div>
  );
}

function OwnVault({ vault, daily }: { vault: VaultOnPage; daily: string }) {
  const { explorer_url } = vault.chain;
  return (
    <div className="space-y-5">
      <div className="text-[0.8125rem] text-quiet">
        <Address value={vault.address} href={explorer_url && `${explorer_url}/address/${vault.address}`} />
      </div>
      {!vault.read && (
        <Callout tone="warn">{vault.chain.name} cannot be read right now. This page looks again by itself.</Callout>
      )}
      {vault.assets.map((asset) => (
        <div key={asset.asset} className="space-y-3 rounded-lg border border-line p-4">
          <h4 className="text-sm font-semibold">{asset.asset}</h4>
          <Checks asset={asset} />
          <AssetActions
            vault={vault}
            asset={asset}
            proposed={isDailySum(daily) ? proposeCaps(daily, asset) : undefined}
          />
        </div>
      ))}
    </div>
  );
}

/** The three things without which no payout can be claimed, as the chain has them now. */
function Checks({ asset: { asset, reading } }: { asset: VaultAsset }) {
  if (!reading) return null;
  const { balance, allowance, unlimited, signer } = reading;
  const has = (amount: string) => !/^[0.]+$/.test(amount);
  const money = (amount: string) => <Amount value={amount} symbol={asset} />;
  const checks: readonly [ok: boolean, words: string, value?: ReactNode][] = [
    has(balance)
      ? [true, 'It holds', money(balance)]
      : [false, `It holds no ${asset} yet: send some to its address above`],
    has(allowance)
      ? [true, 'The payout contract may take', unlimited ? 'any amount' : money(allowance)]
      : [false, 'The payout contract may take nothing yet: grant it an allowance'],
    signer && !signer.expired
      ? [true, 'The portal’s signer may sign within a day', money(signer.capacity)]
      : [false, `The portal’s signer can sign nothing: ${signer ? 'its time is over' : 'it is not named yet'}`],
  ];
  return (
    <ul className="space-y-1 text-sm">
      {checks.map(([ok, words, value]) => (
        <li key={words}>
          <Status tone={ok ? 'good' : 'quiet'} wraps>
            <span>
              {words} {value}
            </span>
          </Status>
        </li>
      ))}
    </ul>
  );
}
