/** Numbers that look random and are the same for the same seed (mulberry32, public domain). */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    chance: (part: number) => next() < part,
    /** One of them, if there is any. */
    pick: <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(next() * list.length)],
  };
}
