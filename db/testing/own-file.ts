import { afterEach, beforeAll, vi } from 'vitest';

/**
 * Files share a process, so each begins with the settings that the process began with, without another one's connection,
 * and with the real clock. What modules remember is keyed by what is a file's own: its database, its node's address, an id.
 */
declare global {
  var settingsAtFirst: Readonly<NodeJS.ProcessEnv> | undefined;
}

globalThis.settingsAtFirst ??= { ...process.env };
for (const name of Object.keys(process.env)) if (!(name in globalThis.settingsAtFirst)) delete process.env[name];
Object.assign(process.env, globalThis.settingsAtFirst);
globalThis.drawbridgeConnection = undefined;
globalThis.drawbridgeFeed = undefined;

beforeAll(() => {
  vi.useRealTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
});
