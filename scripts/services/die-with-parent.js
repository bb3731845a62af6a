// Preloaded into the portal's processes: when the start script is gone, however it went, they end too.
import { isMainThread } from 'node:worker_threads';

const patienceMs = 3_000;

function endSoon() {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
  process.kill(process.pid, 'SIGTERM');
}

const startScript = process.env.START_SCRIPT_PID;
if (isMainThread && startScript) {
  // Processes that our process forks inherit the preload, but answer to it and not to the start script.
  delete process.env.START_SCRIPT_PID;
  process.on('disconnect', endSoon);
  process.channel?.unref();
  if (!process.connected || String(process.ppid) !== startScript) endSoon();
}
