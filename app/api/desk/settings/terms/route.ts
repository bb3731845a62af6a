import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';
import { saveTerms } from '@/lib/merchants/save-terms';
import { settingsAnswer, termsBody } from '@/lib/merchants/schema';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/desk/settings/terms', {
  PUT: route(
    {
      ...{ id: 'saveTerms', summary: 'Set what a payout of one asset costs and may be', tag: 'Desk' },
      permission: { member: 'settings:write' },
      body: termsBody,
      returns: settingsAnswer,
      refuses: ['asset_unavailable', 'amount_malformed', 'amount_too_precise'],
    },
    (ctx, { body }) => saveTerms(ctx, body),
  ),
});
