// Lets plain Node run the portal's TypeScript: '@/x' is the project's root and extensions may be left out, as in the bundler.
import { existsSync, statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../', import.meta.url);
const endings = ['', '.ts', '.tsx', '/index.ts'];

function findFile(url) {
  const path = fileURLToPath(url);
  const found = endings.map((ending) => path + ending).find((file) => existsSync(file) && statSync(file).isFile());
  return found && pathToFileURL(found).href;
}

registerHooks({
  resolve(specifier, context, nextResolve) {
    const own = context.parentURL && !context.parentURL.includes('/node_modules/');
    if (own && specifier.startsWith('@/')) {
      const found = findFile(new URL(specifier.slice(2), root));
      if (found) return nextResolve(found, context);
    }
    if (own && specifier.startsWith('.')) {
      const found = findFile(new URL(specifier, context.parentURL));
      if (found) return nextResolve(found, context);
    }
    return nextResolve(specifier, context);
  },
});
