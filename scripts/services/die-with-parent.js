// Preloaded into the portal's processes: when the start script is gone, however it went, they end too.
import { isMainThread } from 'node:worker_threads';

const patienceMs = 3_000;

// Processes that our process forks inherit the preload, but answer to it and not to the start script.
const isDirectChild = String(process.ppid) === process.env.START_SCRIPT_PID;

if (isMainThread && isDirectChild && process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
