import { afterAll, afterEach, beforeAll, expect, vi } from 'vitest';
import { byDepth } from './depth';

declare global {
  /** The settings with which this process began. */
  var settingsAtFirst: Readonly<NodeJS.ProcessEnv> | undefined;
}

/**
 * Files share a process, so each begins with the settings that the process began with, without another one's connection,
 * and with the real clock. What modules remember is keyed by what is a file's own: its database, its node's address, an id.
 */
globalThis.settingsAtFirst ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in globalThis.settingsAtFirst)) delete process.env[name];
Object.assign(process.env, globalThis.settingsAtFirst);
globalThis.drawbridgeConnection = undefined;
globalThis.drawbridgeFeed = undefined;

/** What one file may use of the processor. A busy machine makes a file last longer, but hardly use more. */
const maxProcessorSeconds = byDepth({ quick: 12, deep: Number.POSITIVE_INFINITY });
const begun = process.cpuUsage();

beforeAll(() => {
  vi.useRealTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  const { user, system } = process.cpuUsage(begun);
  expect((user + system) / 1_000_000, 'processor seconds of this file').toBeLessThan(maxProcessorSeconds);
});
