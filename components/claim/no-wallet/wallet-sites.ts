/** Wallets that a person without one may get, and where their makers offer them: RainbowKit's own data, as the test has it. */
export const walletSites = [
  {
    name: 'MetaMask',
    ios: 'https://apps.apple.com/us/app/metamask/id1438144202',
    android: 'https://play.google.com/store/apps/details?id=io.metamask',
  },
  {
    name: 'Trust Wallet',
    ios: 'https://apps.apple.com/us/app/trust-crypto-bitcoin-wallet/id1288339409',
    android: 'https://play.google.com/store/apps/details?id=com.wallet.crypto.trustapp',
  },
  {
    name: 'Coinbase Wallet',
    ios: 'https://apps.apple.com/us/app/coinbase-wallet-store-crypto/id1278383455',
    android: 'https://play.google.com/store/apps/details?id=org.toshi',
  },
] as const;
