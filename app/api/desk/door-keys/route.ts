import { makeDoorKey } from '@/lib/doors/keys/keys';
import { createdDoorKey, newDoorKeyBody } from '@/lib/doors/keys/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/door-keys', {
  POST: route(
    {
      id: 'makeDoorKey',
      summary: 'Make a key for another system’s door',
      tag: 'Desk',
      permission: { member: 'keys:write' },
      body: newDoorKeyBody,
      returns: createdDoorKey,
      status: 201,
      refuses: ['asset_unavailable'],
    },
    (ctx, { body }) => makeDoorKey(ctx, body),
  ),
});
