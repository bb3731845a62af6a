import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { walletSites } from './wallet-sites';

/** Read as text: RainbowKit's list loads every wallet's own library, most of which are not here. */
const folder = 'node_modules/@rainbow-me/rainbowkit/dist/wallets/walletConnectors';
const texts = readdirSync(folder)
  .filter((file) => file.startsWith('chunk-'))
  .map((file) => readFileSync(path.join(folder, file), 'utf8'));

test.each(walletSites)(
  '$name is sent for to where RainbowKit says that its maker offers it',
  ({ name, ios, android }) => {
    const own = texts.filter((text) => text.includes(`name: "${name}"`));
    expect(own.some((text) => text.includes(`ios: "${ios}"`) && text.includes(`android: "${android}"`))).toBe(true);
  },
);
