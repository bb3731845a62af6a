/** Says what is being done, with the seconds since the start before each line, and that a long step is still alive. */
export function startProgress(write: (line: string) => void = console.log) {
  const begun = performance.now();
  const seconds = () => ((performance.now() - begun) / 1_000).toFixed(1).padStart(5);
  const say = (text: string) => write(`[${seconds()} s] ${text}`);
  return {
    say,
    step: async <T>(text: string, work: () => Promise<T> | T): Promise<T> => {
      say(`${text}…`);
      const since = performance.now();
      const timer = setInterval(
        () => say(`… still at it after ${Math.round((performance.now() - since) / 1_000)} s`),
        15_000,
      );
      try {
        return await work();
      } finally {
        clearInterval(timer);
      }
    },
  };
}

export type Progress = ReturnType<typeof startProgress>;
