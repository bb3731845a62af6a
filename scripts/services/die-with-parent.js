// Preloaded into the portal's processes: when the start script is gone, however it went, they end too.
import { isMainThread } from 'node:worker_threads';

const patienceMs = 3_000;

if (isMainThread && process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs).unref();
    process.kill(process.pid, 'SIGTERM');
  });
  process.channel.unref();
}
