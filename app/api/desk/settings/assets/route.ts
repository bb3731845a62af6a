import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { addAsset } from '@/lib/merchants/add-asset';
import { assetBody, settingsAnswer } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/assets', {
  POST: route(
    {
      ...{ id: 'addAsset', summary: 'Pay out one more asset', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: assetBody,
      returns: settingsAnswer,
      refuses: ['asset_unavailable'],
    },
    (ctx, { body }) => addAsset(ctx, body),
  ),
});
