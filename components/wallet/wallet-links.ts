export type WalletLink = { name: string; href: string };

/**
 * Links that open a page in a wallet's own browser on a phone. Custom schemes on purpose: the web links that wallets
 * offer pass through their servers, and the page's address is a secret.
 */
export function walletLinks(pageUrl: string): WalletLink[] {
  const encoded = encodeURIComponent(pageUrl);
  return [
    { name: 'MetaMask', href: `metamask://dapp/${pageUrl.replace(/^https?:\/\//, '')}` },
    { name: 'Trust Wallet', href: `trust://open_url?coin_id=60&url=${encoded}` },
    { name: 'Coinbase Wallet', href: `cbwallet://dapp?url=${encoded}` },
  ];
}
