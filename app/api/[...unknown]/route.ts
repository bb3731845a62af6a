import { resource } from '@/lib/http/pipeline/resource';

/** Whatever has no route of its own answers as a problem, too. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/{unknown}', {});
