import { describe, expect, it } from 'vitest';
import { add, asOne, runNode, trustCount } from './runner';

describe('counting what runners did', () => {
  it('takes the counts of a runner that agrees with its exit code', () => {
    expect(trustCount({ code: 0, output: '' }, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 0 });
    expect(trustCount({ code: 1, output: '' }, { passed: 3, failed: 2 })).toEqual({ passed: 3, failed: 2 });
  });

  it('counts a runner that crashed as one failure, after any number of passes', () => {
    expect(trustCount({ code: 1, output: '' }, { passed: 3, failed: 0 })).toEqual({ passed: 3, failed: 1 });
    expect(trustCount({ code: 137, output: '' }, null)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts a runner that ran nothing as one failure, though it exited 0', () => {
    expect(trustCount({ code: 0, output: '' }, { passed: 0, failed: 0 })).toEqual({ passed: 0, failed: 1 });
    expect(trustCount({ code: 0, output: '' }, null)).toEqual({ passed: 0, failed: 1 });
  });

  it('sees the exit code of a program and of one that was killed', async () => {
    expect(await runNode(['-e', 'console.log("hi"); process.exit(3)'], { quiet: true })).toEqual({
      ...{ code: 3, output: 'hi\n' },
    });
    const killed = await runNode(['-e', 'process.kill(process.pid, "SIGKILL")'], { quiet: true });
    expect(killed.code).toBe(1);
  });

  it('adds up', () => {
    expect(add([asOne({ code: 0, output: '' }), asOne({ code: 2, output: '' }), { passed: 4, failed: 1 }])).toEqual({
      ...{ passed: 5, failed: 2 },
    });
  });
});
