// The contract suite: generated files are current, trees and tests agree, forge's tests pass, gas is as committed.
// FOUNDRY_PROFILE=deep runs it longer; --update rewrites contracts/snapshots instead of comparing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foundryBinary, projectRoot } from './foundry';
import { staleFiles } from './generate-contracts';

type Count = { passed: number; failed: number };

function check(what: string, faults: string[]): Count {
  console.log(`[${faults.length === 0 ? 'PASS' : 'FAIL'}] ${what}`);
  for (const fault of faults) console.log(`       ${fault}`);
  return faults.length === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function namesIn(file: string, pattern: RegExp): string[] {
  const text = readFileSync(join(projectRoot, 'contracts/test', file), 'utf8');
  return [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []);
}

/** Each leaf of a tree names its test in brackets; `Fuzz.t.sol` has properties instead of cases, and so no tree. */
function treeFaults(): string[] {
  const files = readdirSync(join(projectRoot, 'contracts/test'));
  return files
    .filter((file) => file.endsWith('.t.sol') && file !== 'Fuzz.t.sol')
    .flatMap((file) => {
      const tree = file.replace('.t.sol', '.tree');
      if (!files.includes(tree)) return [`${file} has no ${tree}`];
      const leaves = namesIn(tree, /\[(\w+)\]$/gm);
      const tests = namesIn(file, /function ((?:test|invariant)_\w+)\(/g);
      return [
        ...leaves.filter((name) => !tests.includes(name)).map((name) => `${tree}: no test is called ${name}`),
        ...tests.filter((name) => !leaves.includes(name)).map((name) => `${file}: ${name} stands in no tree`),
      ];
    });
}

async function runForge(update: boolean): Promise<Count> {
  const args = ['test', `--gas-snapshot-check=${!update}`, `--gas-snapshot-emit=${update}`];
  const env = { ...process.env, FOUNDRY_PROFILE: process.env.FOUNDRY_PROFILE ?? 'test' };
  const child = spawn(foundryBinary('forge'), args, { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    process.stdout.write(chunk);
  });
  const [code] = await once(child, 'close');
  const suites = [...output.matchAll(/^Suite result: \w+\. (\d+) passed; (\d+) failed;/gm)];
  const sum = (column: number) => suites.reduce((total, suite) => total + Number(suite[column]), 0);
  const count = { passed: sum(1), failed: sum(2) };
  // A build that fails, or gas that differs, fails no single test.
  const failedOtherwise = count.failed === 0 && (code !== 0 || count.passed === 0);
  return failedOtherwise ? { ...count, failed: 1 } : count;
}

async function main(): Promise<void> {
  const stale = staleFiles().map(([file]) => `${file} is stale: run "npm run contracts:generate" and commit it`);
  const counts = [
    check('bindings, bytecode and addresses are what the sources make', stale),
    check('every case in the trees is a test, and every test is in a tree', treeFaults()),
    await runForge(process.argv.includes('--update')),
  ];
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  process.exitCode = failed === 0 ? 0 : 1;
  console.log(`${passed} passed, ${failed} failed`);
}

await main();
