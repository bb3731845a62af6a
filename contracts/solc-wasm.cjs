#!/usr/bin/env node
// Lets forge use the wasm build of solc from npm: it answers the two calls that forge makes of a compiler.
const fs = require('node:fs');
const solc = require('solc');

const args = process.argv.slice(2);
if (args.includes('--version')) {
  // forge recognises only the names of native builds.
  const version = solc.version().replace('Emscripten.clang', 'Linux.g++');
  console.log(`solc, the solidity compiler commandline interface\nVersion: ${version}`);
} else if (args.includes('--standard-json')) {
  process.stdout.write(solc.compile(fs.readFileSync(0, 'utf8')));
} else {
  console.error(`unsupported: ${args.join(' ')}`);
  process.exit(1);
}
