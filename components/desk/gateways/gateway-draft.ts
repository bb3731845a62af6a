import { schemaFaults } from '@/components/desk/frame/own-faults';
import type { ChainKey } from '@/db/vocabulary/chains';
import { createGatewayBody } from '@/lib/gateways/schema';

/** What a person typed into the form of a gateway. */
export type GatewayDraft = {
  url: string;
  username: string;
  password: string;
  apiKey: string;
  callbackSecret: string;
  /** The gateway's own names by `chain:symbol`; empty where it is not to pay it. */
  cryptos: Readonly<Record<string, string>>;
};

export type OfferedAsset = { chain: ChainKey; chain_name: string; asset: string };

export const emptyDraft: GatewayDraft = {
  ...{ url: '', username: '', password: '', apiKey: '', callbackSecret: '', cryptos: {} },
};

export const cryptoField = ({ chain, asset }: Pick<OfferedAsset, 'chain' | 'asset'>) => `${chain}:${asset}`;

const prefixes: Readonly<Partial<Record<ChainKey, string>>> = {
  ...{ ethereum: 'ETH', bsc: 'BNB', polygon: 'POLYGON', arbitrum: 'ARB' },
};

/** What the server usually calls it; empty where it has no usual name. */
export function usualCrypto({ chain, asset }: OfferedAsset): string {
  const prefix = prefixes[chain];
  return prefix ? `${prefix}-${asset}` : '';
}

export function bodyOf(draft: GatewayDraft, offered: readonly OfferedAsset[]) {
  const { url, username, password, apiKey, callbackSecret, cryptos } = draft;
  const assets = offered.flatMap(({ chain, asset }) => {
    const crypto = (cryptos[cryptoField({ chain, asset })] ?? '').trim();
    return crypto ? [{ chain, asset, crypto }] : [];
  });
  return {
    ...{ kind: 'shkeeper', url: url.trim().replace(/\/+$/, ''), username, password, api_key: apiKey, assets },
    ...(callbackSecret && { callback_secret: callbackSecret }),
  } as const;
}

/** What the form finds wrong by itself, by its fields. */
export function draftFaults(draft: GatewayDraft, offered: readonly OfferedAsset[]): Map<string, string> {
  const faults = schemaFaults(createGatewayBody, bodyOf(draft, offered));
  if (bodyOf(draft, offered).assets.length === 0) faults.set('assets', 'name at least one currency that it is to pay');
  return faults;
}
