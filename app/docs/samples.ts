import { readFile } from 'node:fs/promises';
import path from 'node:path';

const folder = path.join(process.cwd(), 'examples', 'api');

/** Where the samples of an operation lie: `createPayout` is shown by `create-payout.sh` and `create-payout.ts`. */
export function sampleName(operationId: string): string {
  return operationId.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export type Sample = { language: 'curl' | 'TypeScript'; text: string };

/** The very files that the tests run. */
export async function readSamples(name: string): Promise<Sample[]> {
  const read = (ending: string) => readFile(path.join(folder, `${name}.${ending}`), 'utf8');
  const [shell, script] = await Promise.all([read('sh'), read('ts')]);
  return [
    { language: 'curl', text: shell.trimEnd() },
    { language: 'TypeScript', text: script.trimEnd() },
  ];
}

export async function readSample(file: string): Promise<string> {
  return (await readFile(path.join(folder, file), 'utf8')).trimEnd();
}
