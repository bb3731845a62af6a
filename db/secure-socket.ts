import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';

/** As the driver reads it from `sslmode`, `ssl` or PGSSL; false is plain. */
export type Tls = { mode: unknown; negotiation: unknown; host: string };

/** Length 8 and the code with which a client asks for TLS. */
const request = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);
const yes = 0x53;
/** Modes that encrypt without asking who the server is, as libpq has them. */
const unproved: readonly unknown[] = ['require', 'allow', 'prefer'];

async function serverTakesTls(socket: net.Socket): Promise<boolean> {
  socket.write(request);
  const [answer]: Buffer[] = await once(socket, 'data');
  socket.pause();
  return answer?.[0] === yes;
}

/** Has the socket speak TLS where that is set, with the driver's own meaning of every mode. */
export async function secureSocket(socket: net.Socket, { mode, negotiation, host }: Tls): Promise<net.Socket> {
  if (!mode || mode === 'disable') return socket;
  const isDirect = negotiation === 'direct';
  if (!isDirect && !(await serverTakesTls(socket))) {
    if (mode === 'prefer') return socket;
    throw new Error('The database does not offer TLS');
  }
  const secured = tls.connect({
    socket,
    ...(net.isIP(host) === 0 && { servername: host }),
    ...(isDirect && { ALPNProtocols: ['postgresql'] }),
    ...(unproved.includes(mode) && { rejectUnauthorized: false }),
    ...(typeof mode === 'object' && mode),
  });
  await once(secured, 'secureConnect');
  return secured;
}
