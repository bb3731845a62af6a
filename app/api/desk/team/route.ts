import { teamOnWire } from '@/lib/access/schema';
import { viewTeam } from '@/lib/access/team/team';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/team', {
  GET: route(
    {
      id: 'readTeam',
      summary: 'See the team and who is invited',
      tag: 'Desk',
      permission: { member: 'team:read' },
      returns: teamOnWire,
      refuses: [],
    },
    (ctx) => viewTeam(ctx),
  ),
});
