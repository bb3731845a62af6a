import type { Tag } from '@/lib/http/pipeline/route';

/** The page of a subject, which lists its calls. */
export const subjectAddress = (tag: Tag) => `/docs/${tag.toLowerCase()}`;

/** The page of one call. */
export const operationAddress = (tag: Tag, operationId: string) => `${subjectAddress(tag)}/${operationId}`;
