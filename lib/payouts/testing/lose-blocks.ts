import type { testWorld } from './world';

/**
 * Another branch, without what was in them, takes the place of the newest `depth` blocks, final ones too, and is read. The answer
 * brings the lost blocks back, with the same hashes.
 */
export async function loseBlocks(world: ReturnType<typeof testWorld>, depth = 6): Promise<() => Promise<void>> {
  const lost = await world.rpc('anvil_dumpState');
  await world.rpc('anvil_reorg', [depth, []]);
  await world.rpc('anvil_dropAllTransactions');
  await world.mine(4);
  await world.watch();
  return async () => {
    // A node that keeps the other branch would mix its blocks into what is loaded.
    await world.rpc('anvil_rollback', [depth + 4]);
    await world.rpc('anvil_loadState', [lost]);
    await world.settle();
  };
}
