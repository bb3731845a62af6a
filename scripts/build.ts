import path from 'node:path';
import { buildPortal, isBuilt } from './services/build';
import { StartFault } from './services/fault';

/** Builds the portal where it is not built yet, so that a start on a file system that is read-only finds nothing to do. */
try {
  if (!isBuilt()) await buildPortal(path.resolve('.tmp/build.log'), () => {});
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
