/** What has been started and must be stopped, last first; stops once, however often it is asked to. */
export function startStack() {
  const stops: (() => Promise<void> | void)[] = [];
  let stopping: Promise<void> | undefined;
  const stopAll = async () => {
    while (stops.length > 0) {
      try {
        await stops.pop()?.();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
      }
    }
  };
  return {
    /** What is added while everything stops is stopped at once. */
    async add(stop: () => Promise<void> | void): Promise<void> {
      stops.push(stop);
      if (stopping) await stopAll();
    },
    get isStopping(): boolean {
      return stopping !== undefined;
    },
    stop(): Promise<void> {
      stopping ??= stopAll();
      return stopping;
    },
  };
}

export type Stack = ReturnType<typeof startStack>;
