import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type ReceivedMail = { from: string; to: string[]; raw: string };

export type MailServer = { port: number; url: string; received: ReceivedMail[]; close(): Promise<void> };

function answer(code: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode: code });
}

export type Manners = SMTPServerOptions & {
  /** Recipients that are refused, each with its SMTP answer. */
  refuse?: Record<string, number>;
  /** Called when a message was read whole; what it throws is the answer. `never` leaves the sender waiting. */
  afterData?: (mail: ReceivedMail, count: number) => 'ok' | 'never' | number;
  port?: number;
};

/** A real mail server on loopback. */
export async function startMailServer(manners: Manners = {}): Promise<MailServer> {
  const { refuse = {}, afterData = () => 'ok' as const, port = 0, ...options } = manners;
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    disableReverseLookup: true,
    onRcptTo({ address }, _session, done) {
      const code = refuse[address];
      done(code ? answer(code, 'Not here') : null);
    },
    async onData(stream, { envelope }, done) {
      const from = envelope.mailFrom ? envelope.mailFrom.address : '';
      const mail = { from, to: envelope.rcptTo.map(({ address }) => address), raw: await text(stream) };
      received.push(mail);
      const verdict = afterData(mail, received.length);
      if (verdict === 'ok') done();
      if (typeof verdict === 'number') done(answer(verdict, 'Not now'));
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = Object(server.server.address()).port;
  return {
    port: bound,
    url: `smtp://127.0.0.1:${bound}`,
    received,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
