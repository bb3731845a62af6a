import { viewerOnWire } from '@/lib/access/schema';
import { viewViewer } from '@/lib/access/team/viewer';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/me', {
  GET: route(
    {
      id: 'readViewer',
      summary: 'See who is signed in',
      tag: 'Desk',
      permission: { member: 'any' },
      returns: viewerOnWire,
      refuses: [],
    },
    (ctx) => viewViewer(ctx),
  ),
});
