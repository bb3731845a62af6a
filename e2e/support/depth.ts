/** A deep run takes the tests that are tagged `@deep`, too, and looks at every screen in both themes; pictures need both. */
export const isDeep = Boolean(process.env.TEST_DEPTH === 'deep' || process.env.SCREENS_DIR);

/** How many of something a journey has, in each kind of run. */
export const byDepth = (lengths: { quick: number; deep: number }) => (isDeep ? lengths.deep : lengths.quick);
