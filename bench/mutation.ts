// Changes the contract in one place at a time and sees to it that its tests notice. Takes some minutes:
// node scripts/run.js bench/mutation.ts [words of the mutants that you mean]
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { foundryBinary, projectRoot } from '@/scripts/foundry';
import { type Mutant, mutants } from './mutants';

const source = 'contracts/src/Drawbridge.sol';
const bytecodeFile = 'contracts/deployments/bytecode.json';
const artifactSchema = z.object({ bytecode: z.object({ object: z.string() }) });
const bytecodeSchema = z.record(z.string(), z.object({ bytecode: z.string(), salt: z.string() }));
/** Gas is compared elsewhere, and would notice any change at all. */
const suites = [
  ['--no-match-contract', 'GasTest|InvariantsTest|TestUsdtTest|FuzzTest', '--fail-fast'],
  ['--match-contract', 'FuzzTest|InvariantsTest', '--fail-fast'],
];

/** A copy of what forge needs, so that nothing of the project is touched. */
function makePlace(): string {
  const place = mkdtempSync(path.join(tmpdir(), 'drawbridge-mutants-'));
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(place, 'node_modules'));
  for (const file of ['foundry.toml', 'contracts/src', 'contracts/test', 'contracts/deployments', 'lib/chains']) {
    cpSync(path.join(projectRoot, file), path.join(place, file), { recursive: true });
  }
  cpSync(path.join(projectRoot, 'contracts/solc-wasm.cjs'), path.join(place, 'contracts/solc-wasm.cjs'));
  return place;
}

function forge(place: string, args: string[], profile: string): { ok: boolean; output: string } {
  const effort = { FOUNDRY_FUZZ_RUNS: '48', FOUNDRY_INVARIANT_RUNS: '8', FOUNDRY_VIA_IR: 'false' };
  const env = { ...process.env, ...effort, FOUNDRY_PROFILE: profile };
  const result = spawnSync(foundryBinary('forge'), args, { cwd: place, encoding: 'utf8', env });
  return { ok: result.status === 0, output: `${result.stdout}${result.stderr}` };
}

const original = readFileSync(path.join(projectRoot, source), 'utf8');

/** The bytecode of the changed source, by the older and quicker code generator: it does the same for more gas. */
function compile(place: string, mutant: Mutant): string | null {
  if (original.split(mutant.from).length !== 2) throw new Error(`"${mutant.from}" does not stand once in ${source}`);
  const folder = path.join(place, 'changed');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(place, 'contracts/src/IDrawbridge.sol'), path.join(folder, 'IDrawbridge.sol'));
  writeFileSync(
    path.join(folder, 'Drawbridge.sol'),
    original.replace(mutant.from, () => mutant.to),
  );
  const args = ['build', 'changed/Drawbridge.sol', '--out', 'out-changed', '--cache-path', 'cache-changed'];
  if (!forge(place, args, 'default').ok) return null;
  const artifact = readFileSync(path.join(place, 'out-changed/Drawbridge.sol/Drawbridge.json'), 'utf8');
  return artifactSchema.parse(JSON.parse(artifact)).bytecode.object;
}

function putInPlace(place: string, bytecode: string): void {
  const committed = bytecodeSchema.parse(JSON.parse(readFileSync(path.join(projectRoot, bytecodeFile), 'utf8')));
  const drawbridge = { salt: committed.drawbridge?.salt, bytecode };
  writeFileSync(path.join(place, bytecodeFile), JSON.stringify({ ...committed, drawbridge }));
}

/** The test that noticed, or null when the mutant lives. */
function findKiller(place: string): string | null {
  for (const tests of suites) {
    const { ok, output } = forge(place, ['test', ...tests], 'test');
    if (!ok) return /^\[FAIL.*\] (\w+)\(/m.exec(output)?.[1] ?? 'a test that could not even begin';
  }
  return null;
}

function main(): void {
  const meant = process.argv.slice(2);
  const chosen = mutants.filter(({ what }) => meant.every((word) => what.includes(word)));
  const place = makePlace();
  const alive: string[] = [];
  try {
    const same = 'contract Drawbridge is IDrawbridge';
    for (const mutant of [{ what: '', from: same, to: same }, ...chosen]) {
      const bytecode = compile(place, mutant);
      if (!bytecode) throw new Error(`"${mutant.what}" does not compile`);
      putInPlace(place, bytecode);
      const killer = findKiller(place);
      if (!mutant.what && killer) throw new Error(`The contract as it is does not pass: ${killer}`);
      if (!mutant.what) continue;
      if (!killer) alive.push(mutant.what);
      console.log(`${killer ? 'noticed' : 'ALIVE  '}  ${mutant.what}${killer ? `  (${killer})` : ''}`);
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
  console.log(`\n${chosen.length - alive.length} of ${chosen.length} noticed`);
  process.exitCode = alive.length === 0 ? 0 : 1;
}

main();
