/** A deep run takes the tests that are tagged `@deep`, too, and looks at every screen in both themes; pictures need both. */
export const isDeep = Boolean(process.env.TEST_DEPTH === 'deep' || process.env.SCREENS_DIR);
