import type { RailId } from '@/db/vocabulary';
import { contractRail } from './contract/rail';
import type { Rail } from './rail';

const rails = { contract: contractRail } satisfies Record<RailId, Rail>;

export function railOf(id: RailId): Rail {
  return rails[id];
}

export const allRails: readonly Rail[] = Object.values(rails);
