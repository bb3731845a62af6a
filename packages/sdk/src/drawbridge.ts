import { caller, type Settings } from './call.ts';
import { Resources } from './resources.ts';
import { unwrap } from './webhooks.ts';

export type { CallOptions, KeyedOptions, Settings } from './call.ts';
export { requestIdOf } from './call.ts';
export * from './errors.ts';
export { Pages } from './pages.ts';
export * from './webhooks.ts';
export type * from './wire.ts';

/** Checks webhooks; needs no API key. */
export const webhooks = { unwrap };

/** The portal, as the owner of an API key sees it. Keep the key on your server: it can pay money out. */
export class Drawbridge extends Resources {
  readonly webhooks = webhooks;

  constructor(settings: Settings) {
    if (!settings.apiKey) throw new TypeError('Drawbridge needs an apiKey.');
    if (!/^https?:\/\//.test(settings.baseUrl)) throw new TypeError('Drawbridge needs the baseUrl of your portal.');
    const apiKey = settings.apiKey.trim();
    // Here, and without it: a header that cannot carry it names it in the error, which is logged.
    if (!/^[!-~]+$/.test(apiKey)) throw new TypeError('The apiKey holds what no key has, such as a line break.');
    super(caller({ ...settings, apiKey }));
  }
}
