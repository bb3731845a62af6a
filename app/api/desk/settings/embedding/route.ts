import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { saveEmbedding } from '@/lib/merchants/save-profile';
import { embeddingBody, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/embedding', {
  PUT: route(
    {
      ...{ id: 'saveEmbedding', summary: 'Set whose pages may show the claim page', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: embeddingBody,
      returns: settingsAnswer,
      refuses: [],
    },
    (ctx, { body }) => saveEmbedding(ctx, body),
  ),
});
