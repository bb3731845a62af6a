import { pictureResource } from '@/lib/http/pipeline/picture-resource';
import { showLogo } from '@/lib/merchants/save-logo';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = pictureResource(
  '/api/logos/{hash}',
  ({ db }, { hash }) => showLogo(db, hash ?? ''),
);
