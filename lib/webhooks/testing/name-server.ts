import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import net from 'node:net';
import packet, { type Answer, type Packet } from 'dns-packet';

/** One record as a test writes it; the last of a list answers every further question. */
export type Zone = Readonly<Record<string, { A?: string[][]; AAAA?: string[][]; CNAME?: string; ttl?: number }>>;

export type NameServer = {
  resolver: Resolver;
  /** What was asked, such as `A rebind.example`, oldest first. */
  asked: string[];
  /** How many questions came over TCP. */
  overTcp(): number;
  close(): Promise<void>;
};

export type Manner = {
  /** Answers over UDP are cut off, so that the client asks again over TCP. */
  truncating?: boolean;
  /** Says nothing at all, or that it failed, to questions of this type. */
  silentTo?: 'A' | 'AAAA';
  failing?: 'A' | 'AAAA';
};

/** A name server on loopback, by UDP and TCP, that answers as its owner likes: each time something else. */
export async function startNameServer(zone: Zone, manner: Manner = {}): Promise<NameServer> {
  const asked: string[] = [];
  const turns = new Map<string, number>();
  let tcpQuestions = 0;

  function recordsOf(name: string, type: string): Answer[] {
    const entry = zone[name];
    if (!entry) return [];
    const { CNAME: alias, ttl = 0 } = entry;
    if (alias) return [{ type: 'CNAME', name, ttl, data: alias }, ...recordsOf(alias, type)];
    if (type !== 'A' && type !== 'AAAA') return [];
    const turn = turns.get(`${type} ${name}`) ?? 0;
    turns.set(`${type} ${name}`, turn + 1);
    const addresses = entry[type]?.[Math.min(turn, entry[type].length - 1)] ?? [];
    return addresses.map((data) => ({ type, name, ttl, data }));
  }

  function answer(question: Packet): Packet | null {
    const [first] = question.questions ?? [];
    if (!first) return null;
    asked.push(`${first.type} ${first.name}`);
    const base: Packet = { type: 'response', id: question.id, flags: packet.AUTHORITATIVE_ANSWER, questions: [first] };
    if (manner.silentTo === first.type) return null;
    if (manner.failing === first.type) return { ...base, flags: 2 };
    return { ...base, answers: recordsOf(first.name.toLowerCase(), first.type) };
  }

  const udp = createSocket('udp4');
  udp.on('message', (message, from) => {
    const question = packet.decode(message);
    const reply = manner.truncating
      ? { ...question, type: 'response' as const, flags: packet.TRUNCATED_RESPONSE, additionals: [] }
      : answer(question);
    if (reply) udp.send(packet.encode(reply), from.port, from.address);
  });
  const tcp = net.createServer((socket) => {
    let buffered = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length >= 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
        const end = 2 + buffered.readUInt16BE(0);
        tcpQuestions += 1;
        const reply = answer(packet.streamDecode(buffered.subarray(0, end)));
        buffered = buffered.subarray(end);
        if (reply) socket.write(packet.streamEncode(reply));
      }
    });
  });
  const port = await bindBoth(udp, tcp);
  const resolver = new Resolver({ timeout: 500, tries: 1 });
  resolver.setServers([`127.0.0.1:${port}`]);
  return {
    resolver,
    asked,
    overTcp: () => tcpQuestions,
    async close() {
      resolver.cancel();
      await Promise.all([
        new Promise<void>((resolve) => udp.close(() => resolve())),
        new Promise<void>((resolve) => tcp.close(() => resolve())),
      ]);
    },
  };
}

/** The same free port for both, as name servers have. */
async function bindBoth(udp: ReturnType<typeof createSocket>, tcp: net.Server): Promise<number> {
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const address = tcp.address();
  if (typeof address !== 'object' || !address) throw new Error('The name server has no port');
  await new Promise<void>((resolve, reject) => {
    udp.once('error', reject);
    udp.bind(address.port, '127.0.0.1', resolve);
  });
  return address.port;
}
