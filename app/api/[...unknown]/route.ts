import { resource } from '@/lib/http/pipeline/resource';

/** A path without a route of its own answers as a problem, too. */
export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/{unknown}', {});
