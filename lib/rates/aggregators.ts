import type { ChainKey } from '@/db/vocabulary/chains';

/** One of Chainlink's contracts. It is asked only while it says itself that it is this pair, with 8 decimals. */
export type Aggregator = { address: `0x${string}`; heartbeatSeconds: number };

const hour = 3_600;
const day = 24 * hour;

type OfChain = { prices: Readonly<Record<string, Aggregator>>; sequencer?: `0x${string}` };

const at = (address: `0x${string}`, heartbeatSeconds: number): Aggregator => ({ address, heartbeatSeconds });

/** Of each currency, that of the first of the operator's chains that has it is read. Where a heartbeat is not known for certain, the shorter one stands: it can only be too strict. */
export const aggregators: Partial<Record<ChainKey, OfChain>> = {
  ethereum: {
    prices: {
      ETH: at('0x5f4eC3Df9cbd43714FE2740f5E3616155c5b8419', hour),
      USDT: at('0x3E7d1eAB13ad0104d2750B8863b489D65364e32D', day),
      USDC: at('0x8fFfFfd4AfB6115b954Bd326cbe7B4BA576818f6', day),
      BNB: at('0x14e613AC84a31f709eadbdF89C6CC390fDc9540A', day),
      EUR: at('0xb49f677943BC038e9857d61E7d053CaA2C1734C1', day),
      GBP: at('0x5c0Ab2d9b5a7ed9f470386e82BB36A3613cDd4b5', day),
      JPY: at('0xBcE206caE7f0ec07b545EddE332A47C2F75bbeb3', day),
    },
  },
  arbitrum: {
    sequencer: '0xFdB631F5EE196F0ed6FAa767959853A9F217697D',
    prices: {
      ETH: at('0x639Fe6ab55C921f74e7fac1ee960C0B6293ba612', day),
      USDT: at('0x3f3f5dF88dC9F13eac63DF89EC16ef6e7E25DdE7', day),
      USDC: at('0x50834F3163758fcC1Df9973b6e91f0F0F0434aD3', day),
      EUR: at('0xA14d53bC1F1c0F31B4aA3BD109344E5009051a84', day),
      JPY: at('0x3dD6e51CB9caE717d5a8778CF79A04029f9cFDF8', day),
    },
  },
  base: {
    sequencer: '0xBCF85224fc0756B9Fa45aA7892530B47e10b6433',
    prices: {
      ETH: at('0x71041dddad3595F9CEd3DcCFBe3D1F4b0a16Bb70', hour),
      USDT: at('0xf19d560eB8d2ADf07BD6D13ed03e1D11215721F9', day),
      USDC: at('0x7e860098F58bBFC8648a4311b374B1D669a2bc6B', day),
      EUR: at('0xc91D87E81faB8f93699ECf7Ee9B44D11e1D53F0F', day),
    },
  },
  polygon: {
    prices: {
      ETH: at('0xF9680D99D6C9589e2a93a78A04A279e509205945', hour),
      POL: at('0xAB594600376Ec9fD91F8e885dADF0CE036862dE0', hour),
      USDT: at('0x0A6513e40db6EB1b165753AD52E80663aeA50545', day),
      USDC: at('0xfE4A8cc5b5B2366C1B58Bea3858e81843581b2F7', day),
      EUR: at('0x73366Fe0AA0Ded304479862808e02506FE556a98', day),
      JPY: at('0xD647a6fC9BC6402301583C91decC5989d8Bc382D', day),
    },
  },
  bsc: {
    prices: {
      ETH: at('0x9ef1B8c0E4F7dc8bF5719Ea496883DC6401d5b2e', hour),
      BNB: at('0x0567F2323251f0Aab15c8dFb1967E4e8A7D42aeE', hour),
      USDT: at('0xB97Ad0E74fa7d920791E90258A6E2085088b4320', day),
      USDC: at('0x51597f405303C4377E36123cBc172b13269EA163', day),
      EUR: at('0x0bf79F617988C472DcA68ff41eFe1338955b9A80', day),
      JPY: at('0x22Db8397a6E77E41471dE256a7803829fDC8bC57', day),
    },
  },
};
