import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { listPublicKeys } from '@/lib/receipts/portal-keys';
import { publicKeySet } from '@/lib/receipts/schema';

/** Short, since a receipt may be checked right after the first one that a new key signed. */
const keptForSeconds = 300;

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/.well-known/jwks.json', {
  GET: route(
    {
      id: 'listKeys',
      summary: 'Read the keys that sign receipts',
      description:
        'A JWK set: every public key that ever signed a receipt here, also those that sign no more. Pages of any origin may read it, and anybody may keep it for five minutes.',
      tag: 'Portal',
      permission: 'public',
      returns: publicKeySet,
      refuses: [],
    },
    ({ db }, _input, { headers }) => {
      headers.set('Cache-Control', `public, max-age=${keptForSeconds}`);
      headers.set('Access-Control-Allow-Origin', '*');
      return listPublicKeys(db);
    },
  ),
});
