import type { NewPasskeyBody, NewPasskeyOffer, PasskeyOffer, PasskeyProof } from '@/lib/access/passkey-schema';
import { passkeyAlgorithms } from '@/lib/access/passkey-schema';
import type { PasskeyTrouble } from './passkey-trouble';

/** What the browser answered. */
export type FromBrowser<T> = { ok: true; value: T } | { ok: false; trouble: PasskeyTrouble };

type Library = typeof import('@simplewebauthn/browser');

const troubles: Readonly<Record<string, PasskeyTrouble>> = {
  ERROR_CEREMONY_ABORTED: 'dropped',
  ERROR_INVALID_DOMAIN: 'misplaced',
  ERROR_INVALID_RP_ID: 'misplaced',
  ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED: 'known',
  ERROR_AUTHENTICATOR_MISSING_DISCOVERABLE_CREDENTIAL_SUPPORT: 'unfit',
  ERROR_AUTHENTICATOR_MISSING_USER_VERIFICATION_SUPPORT: 'unfit',
  ERROR_AUTHENTICATOR_NO_SUPPORTED_PUBKEYCREDPARAMS_ALG: 'unfit',
};

/** Asks the browser, and tells what it refuses apart. */
async function ask<T>(question: (library: Library) => Promise<T>): Promise<FromBrowser<T>> {
  const library = await import('@simplewebauthn/browser').catch(() => null);
  if (!library) return { ok: false, trouble: 'broken' };
  if (!library.browserSupportsWebAuthn()) return { ok: false, trouble: 'unsupported' };
  try {
    return { ok: true, value: await question(library) };
  } catch (error) {
    const told = error instanceof library.WebAuthnError ? troubles[error.code] : undefined;
    const declined = error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
    return { ok: false, trouble: told ?? (declined ? 'declined' : 'broken') };
  }
}

const described = (known: PasskeyOffer['allow']) => known.map((one) => ({ ...one, type: 'public-key' as const }));

/** Has a passkey sign. `waiting`: the browser offers them in the field for the address, and the page goes on meanwhile. */
export function signWithPasskey(offer: PasskeyOffer, { waiting = false } = {}): Promise<FromBrowser<PasskeyProof>> {
  return ask(async ({ startAuthentication }) => {
    const { id, response } = await startAuthentication({
      optionsJSON: {
        ...{ challenge: offer.challenge, rpId: offer.rp_id, allowCredentials: described(offer.allow) },
        ...{ userVerification: 'required', timeout: 300_000 },
      },
      useBrowserAutofill: waiting,
    });
    return {
      ...{ id, client_data: response.clientDataJSON, authenticator_data: response.authenticatorData },
      ...{ signature: response.signature, user_handle: response.userHandle ?? null },
    };
  });
}

/** Whether this browser offers passkeys in a field by itself. */
export async function canOfferInField(): Promise<boolean> {
  const asked = await ask(({ browserSupportsWebAuthnAutofill }) => browserSupportsWebAuthnAutofill());
  return asked.ok && asked.value;
}

/** Ends a question that waits. */
export async function stopWaiting(): Promise<void> {
  await ask(async ({ WebAuthnAbortService }) => WebAuthnAbortService.cancelCeremony());
}

/** Has the browser make a passkey that knows whose it is and verifies its person. */
export function makePasskey(offer: NewPasskeyOffer): Promise<FromBrowser<Omit<NewPasskeyBody, 'name'>>> {
  return ask(async ({ startRegistration }) => {
    const { id, response } = await startRegistration({
      optionsJSON: {
        ...{ challenge: offer.challenge, rp: offer.rp, attestation: 'none', timeout: 300_000 },
        user: { id: offer.user.id, name: offer.user.name, displayName: offer.user.name },
        pubKeyCredParams: passkeyAlgorithms.map((alg) => ({ alg, type: 'public-key' as const })),
        excludeCredentials: described(offer.exclude),
        authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      },
    });
    const { clientDataJSON: client_data, attestationObject: attestation, transports = [] } = response;
    return { id, client_data, attestation, transports };
  });
}
