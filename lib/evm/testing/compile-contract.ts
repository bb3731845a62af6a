import { readFileSync } from 'node:fs';
import path from 'node:path';
import solc from 'solc';
import { type Hex, isHex } from 'viem';
import { z } from 'zod';

const bytecode = z.object({ evm: z.object({ bytecode: z.object({ object: z.string() }) }) });
const output = z.object({ contracts: z.object({ source: z.record(z.string(), bytecode) }) });
const made = new Map<string, Hex>();

/** The bytecode of one of the contract tests' wallets or tokens, compiled once per process; constructor arguments follow it. */
export function compileTestContract(name: 'Wallet1271' | 'BatchingAccount' | 'RefusingToken'): Hex {
  const known = made.get(name);
  if (known) return known;
  const input = {
    language: 'Solidity',
    sources: { source: { content: readFileSync(`contracts/test/${name}.sol`, 'utf8') } },
    settings: { outputSelection: { source: { [name]: ['evm.bytecode.object'] } } },
  };
  const find = (file: string) => ({ contents: readFileSync(path.join('node_modules', file), 'utf8') });
  const compiled = output.parse(JSON.parse(solc.compile(JSON.stringify(input), { import: find })));
  const code = `0x${compiled.contracts.source[name]?.evm.bytecode.object}`;
  if (!isHex(code)) throw new Error(`${name} was not compiled`);
  made.set(name, code);
  return code;
}
