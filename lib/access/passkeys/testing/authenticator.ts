import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { NewPasskeyBody, NewPasskeyOffer, PasskeyOffer, PasskeyProof } from '@/lib/access/passkey-schema';

/** What an honest authenticator and browser would say otherwise. */
export type Lie = {
  origin?: string;
  rpId?: string;
  challenge?: string;
  type?: string;
  crossOrigin?: boolean;
  counter?: number;
  userVerified?: boolean;
  userHandle?: string | null;
  signWith?: KeyObject;
  /** An attestation with a certificate, which nobody asked for. */
  certificate?: Buffer;
};

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const present = 0x01;
const verified = 0x04;
const attested = 0x40;

function uint(value: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  bytes.writeUIntBE(value, 0, length);
  return bytes;
}

function clientData(type: string, challenge: string, lie: Lie): string {
  const { origin = 'http://localhost:3000', crossOrigin = false } = lie;
  const said = { type: lie.type ?? type, challenge: lie.challenge ?? challenge, origin, crossOrigin };
  return Buffer.from(JSON.stringify(said)).toString('base64url');
}

/** An authenticator with one ES256 key: it signs as WebAuthn has it, or says what the test has it say. */
export class TestAuthenticator {
  readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(32).toString('base64url');
  userHandle: string | null = null;
  /** 0 for one that does not count, as those are that keep a passkey in an account. */
  counter = 0;

  private data(rpId: string, lie: Lie, more = Buffer.alloc(0)): Buffer {
    const flags = present | (lie.userVerified === false ? 0 : verified) | (more.length > 0 ? attested : 0);
    return Buffer.concat([sha256(lie.rpId ?? rpId), Buffer.of(flags), uint(lie.counter ?? this.counter, 4), more]);
  }

  private cosePublicKey(): Uint8Array {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (text: string) => new Uint8Array(Buffer.from(text, 'base64url'));
    const key = new Map<number, number | Uint8Array>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as const),
      [-2, point(x)],
      [-3, point(y)],
    ]);
    return isoCBOR.encode(key);
  }

  /** Makes its passkey, as a browser does on one of our pages. */
  make({ challenge, rp, user }: NewPasskeyOffer, name = 'Test key', lie: Lie = {}): NewPasskeyBody {
    this.userHandle = user.id;
    const id = Buffer.from(this.id, 'base64url');
    const credential = Buffer.concat([Buffer.alloc(16), uint(id.length, 2), id, this.cosePublicKey()]);
    const authData = new Uint8Array(this.data(rp.id, lie, credential));
    const statement = new Map<string, Uint8Array[]>(
      lie.certificate ? [['x5c', [new Uint8Array(lie.certificate)]]] : [],
    );
    const attestation = new Map<string, string | Uint8Array | Map<string, Uint8Array[]>>([
      ['fmt', lie.certificate ? 'packed' : 'none'],
      ['attStmt', statement],
      ['authData', authData],
    ]);
    return {
      ...{ id: this.id, name, transports: ['internal', 'new-one'] },
      client_data: clientData('webauthn.create', challenge, lie),
      attestation: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
    };
  }

  /** Signs what is asked, its person verified. */
  sign({ challenge, rp_id }: PasskeyOffer, lie: Lie = {}): PasskeyProof {
    const authData = this.data(rp_id, lie);
    const client_data = clientData('webauthn.get', challenge, lie);
    const signer = createSign('sha256')
      .update(authData)
      .update(sha256(Buffer.from(client_data, 'base64url')));
    return {
      ...{ id: this.id, client_data, authenticator_data: authData.toString('base64url') },
      signature: signer.sign(lie.signWith ?? this.keys.privateKey).toString('base64url'),
      user_handle: lie.userHandle === undefined ? this.userHandle : lie.userHandle,
    };
  }
}
