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

const folderOf = (url) => url.slice(0, url.lastIndexOf('/'));

/**
 * Node reads a package's whole list of exports again for each file of it and for each import of its name: four tenths of the
 * time a script takes to start. So what it said of a folder's .js files, and of a name that a folder asked for, is kept.
 */
const formats = new Map();
const packages = new Map();

/** What Node would answer to an import, where that is known; else undefined. */
function known(specifier, { parentURL, importAttributes }) {
  if (!specifier.startsWith('.')) return packages.get(`${folderOf(parentURL)} ${specifier}`);
  const { href } = new URL(specifier, parentURL);
  const format = href.endsWith('.js') && formats.get(folderOf(href));
  return format && existsSync(fileURLToPath(href))
    ? { url: href, format, importAttributes, shortCircuit: true }
    : undefined;
}

function keep(specifier, { parentURL }, answer) {
  if (answer.format === 'module' && answer.url.endsWith('.js')) formats.set(folderOf(answer.url), answer.format);
  if (/^[\w@]/.test(specifier)) packages.set(`${folderOf(parentURL)} ${specifier}`, { ...answer, shortCircuit: true });
  return answer;
}

const isPlainImport = ({ conditions, importAttributes }) =>
  conditions.includes('import') && Object.keys(importAttributes).length === 0;

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
    if (!context.parentURL || !isPlainImport(context)) return nextResolve(specifier, context);
    return known(specifier, context) ?? keep(specifier, context, nextResolve(specifier, context));
  },
});
