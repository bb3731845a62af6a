import { z } from 'zod';
import { gatewayFaults, gatewayKinds, gatewayStates } from '@/db/vocabulary/gateways';
import { chainKey } from '@/lib/chains/chain-key';
import { idPattern } from '@/lib/kernel/ids';
import { codeOfText } from '@/lib/kernel/text';
import { decimalText, evmAddress, isoTime } from '@/lib/wire/atoms';

/** The words of the API about gateways. */

/** Taken to the letter: a blank at its end may be a part of it. */
const secretText = (min: number) =>
  z
    .string()
    .min(min)
    .max(500)
    .regex(/^[\x20-\x7e]*$/, 'must be letters, digits and signs of ASCII');

/** Any text: the guard of targets reads it as it came, and refuses it with a code of its own. */
const serverUrl = z
  .string()
  .max(2000)
  .meta({
    description: 'The address of the gateway’s own pages, without /api.',
    examples: ['https://pay.example.com'],
  });
const username = secretText(1).meta({ description: 'Of an admin: a store’s user may pay to one address only.' });
const password = secretText(1).meta({ description: 'Stored encrypted, and never shown again.' });
const apiKey = secretText(1).meta({ description: 'The key that the gateway shows for its wallets; stored encrypted.' });
const callbackSecret = secretText(8).meta({
  description: 'What its callbacks are signed with, where that is not the API key; stored encrypted.',
});

export const createGatewayBody = z
  .strictObject({
    kind: z.enum(gatewayKinds),
    url: serverUrl,
    username,
    password,
    api_key: apiKey,
    callback_secret: callbackSecret.optional(),
    assets: z
      .array(
        z.strictObject({
          chain: chainKey,
          asset: codeOfText(20).meta({ description: 'Its symbol; one of those set up for you.', examples: ['USDT'] }),
          crypto: codeOfText(40).meta({ description: 'The gateway’s name of it.', examples: ['BNB-USDT'] }),
        }),
      )
      .min(1)
      .max(20)
      .meta({ description: 'What it is to pay. Only assets on networks that we read ourselves.' }),
  })
  .meta({ id: 'CreateGateway' });
export type CreateGatewayBody = z.infer<typeof createGatewayBody>;

export const updateGatewayBody = z
  .strictObject({
    username: username.optional(),
    password: password.optional(),
    api_key: apiKey.optional(),
    callback_secret: callbackSecret.optional(),
  })
  .refine((body) => Object.keys(body).length > 0, 'must change something')
  .meta({ id: 'UpdateGateway' });
export type UpdateGatewayBody = z.infer<typeof updateGatewayBody>;

export const gatewayAnswer = z
  .object({
    id: z.string().meta({ examples: ['gw_06e2m5k3v7q8w9x0y1z2a3b4c5'] }),
    kind: z.enum(gatewayKinds),
    state: z.enum(gatewayStates).meta({ description: '`disabled`: it is handed nothing more.' }),
    url: z.string(),
    username: z.string(),
    callback_url: z
      .string()
      .meta({ description: 'Where its callbacks have to go. We send it along with each payout.' }),
    fault: z
      .object({ code: z.enum(gatewayFaults), said: z.string(), since: isoTime })
      .nullable()
      .meta({ description: 'What keeps it from being used, and what it said; null while it works.' }),
    assets: z.array(
      z.object({
        chain: chainKey,
        asset: z.string(),
        crypto: z.string(),
        hot_wallet: evmAddress,
        held: decimalText.meta({ description: 'What the hot wallet held, as we read it on the network.' }),
        coins: decimalText.meta({ description: 'The same of coins for network fees.' }),
        read_at: isoTime,
      }),
    ),
    created_at: isoTime,
    updated_at: isoTime,
  })
  .meta({ id: 'Gateway' });
export type GatewayAnswer = z.infer<typeof gatewayAnswer>;

export const gatewayList = z.object({ data: z.array(gatewayAnswer) }).meta({ id: 'GatewayList' });
export type GatewayList = z.infer<typeof gatewayList>;

export const gatewayParams = z.object({ id: z.string().regex(idPattern('gateway')) });
