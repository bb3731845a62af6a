import { readFileSync } from 'node:fs';
import { isRunning, markOf, type ProcessMark } from '@/db/processes';

/** The chain of parents from here to the npm that ran us; empty when it was not npm, or not on Linux. */
function parentsUpToNpm(): ProcessMark[] {
  const marks: ProcessMark[] = [];
  let pid = process.ppid;
  for (let depth = 0; depth < 4 && pid > 1; depth++) {
    try {
      const mark = markOf(pid);
      if (!mark) return [];
      marks.push(mark);
      if (readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('npm')) return marks;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    } catch {
      return [];
    }
  }
  return [];
}

/**
 * `npm start` puts a shell between npm and us, which passes no signal on: ending npm alone would leave everything
 * running. So we look, and end when they have.
 */
export function whenNpmIsGone(act: () => void): void {
  const parents = process.env.npm_lifecycle_event ? parentsUpToNpm() : [];
  if (parents.length === 0) return;
  const timer = setInterval(() => {
    if (parents.every(isRunning)) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}
