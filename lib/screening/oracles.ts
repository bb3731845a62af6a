import type { ChainKey } from '@/db/vocabulary/chains';
import { hex } from '@/lib/chains/address';
import { env } from '@/lib/kernel/env';

const usual = '0x40C57923924B5c5c5455c48D93317139ADDaC8fb';

/** Chainalysis' oracle of sanctioned addresses. It costs nothing to read, and is asked only where it is found. */
const oracles: Partial<Record<ChainKey, string>> = {
  ethereum: usual,
  arbitrum: usual,
  polygon: usual,
  bsc: usual,
  base: '0x3A91A31cB3dC49b4db9Ce721F50a9D076c8D739B',
};

/** The oracle that is asked on a chain; the operator's setting comes first. */
export function oracleOn(chain: ChainKey): `0x${string}` | null {
  const given = env.SCREENING_ORACLES.find(([key]) => key === chain)?.[1] ?? oracles[chain];
  return given === undefined || given === 'off' ? null : hex(given.toLowerCase());
}
