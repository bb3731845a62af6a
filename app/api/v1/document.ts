import { type Document, describeApi } from '@/lib/http/docs/openapi';
import { routes } from './routes';

let made: Document | undefined;

/** The OpenAPI document of every route; the same for the whole life of the process. */
export function openapiDocument(): Document {
  made ??= describeApi(routes);
  return made;
}
