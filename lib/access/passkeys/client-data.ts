import { z } from 'zod';

const clientData = z.object({ challenge: z.string().max(100), crossOrigin: z.boolean().default(false) });
export type ClientData = z.infer<typeof clientData>;

/** What the browser says that it had signed; null where it cannot be read. */
export function decodeClientData(text: string): ClientData | null {
  try {
    return clientData.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))).data ?? null;
  } catch {
    return null;
  }
}
