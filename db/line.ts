import net from 'node:net';
import { Duplex } from 'node:stream';
import { spoilsLine } from './faults';
import { codeOfError, kinds, messageReader } from './messages';
import { secureSocket, type Tls } from './secure-socket';

export type LineOptions = {
  target: { host: string; port: number } | { path: string };
  tls: Tls;
  /** How long the server may owe an answer without a word, in milliseconds. */
  silenceMs: number;
  /** Told when it owed one for longer; the line is ended then. */
  onSilence(line: Line): void;
};

const keepAliveMs = 30_000;
/** Time for a last word to leave before the socket is torn down, with or without the other side. */
const farewellMs = 500;
const idle = 0x49;

const fault = (code: string, words: string) => Object.assign(new Error(words), { code });

/**
 * One line to PostgreSQL. The driver waits for an answer for ever; this line knows when it is owed one and ends when
 * nothing came for too long. After an error that is the server's state, it carries no further statement.
 */
export class Line extends Duplex {
  readonly #options: LineOptions;
  readonly #raw: net.Socket;
  #socket: net.Socket | undefined;
  #held: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Answers that end with "ready for the next" and have not come. */
  #owed = 0;
  #began = false;
  #spoiled = false;
  #over = false;
  #spokeAt = 0;
  #heardAt = performance.now();

  constructor(options: LineOptions) {
    super({ allowHalfOpen: true, decodeStrings: true });
    this.#options = options;
    this.#raw = net.connect({ ...options.target, keepAlive: true, keepAliveInitialDelay: keepAliveMs, noDelay: true });
    this.#raw.on('error', (error) => this.destroy(error)).on('close', () => this.destroy());
    this.#raw.once('connect', () => {
      secureSocket(this.#raw, options.tls).then(
        (socket) => this.#open(socket),
        (error: Error) => this.destroy(error),
      );
    });
  }

  /** The driver asks for this before it says farewell. */
  get readyState(): string {
    return this.destroyed ? 'closed' : 'open';
  }

  get waits(): boolean {
    return this.#owed > 0 || this.#spokeAt > this.#heardAt;
  }

  get heardAt(): number {
    return this.#heardAt;
  }

  /** When the silence began, if the server owes an answer. */
  get silentSince(): number {
    return Math.max(this.#heardAt, this.#spokeAt);
  }

  #open(socket: net.Socket): void {
    if (this.destroyed) {
      socket.destroy();
      return;
    }
    this.#socket = socket;
    const read = messageReader([kinds.error, kinds.ready], (kind, body) => {
      if (kind === kinds.error) this.#spoiled ||= spoilsLine(codeOfError(body));
      else this.#answered(body[0]);
    });
    if (socket !== this.#raw) socket.on('error', (error) => this.destroy(error)).on('close', () => this.destroy());
    socket.on('data', (piece: Buffer) => {
      this.#heardAt = performance.now();
      read(piece);
      if (!this.push(piece)) socket.pause();
      if (this.#over) this.#endOnceHeard();
    });
    socket.resume();
    this.#held?.();
    this.#held = undefined;
  }

  #answered(status: number | undefined): void {
    this.#owed = Math.max(0, this.#owed - 1);
    this.#over = this.#spoiled && status === idle;
  }

  /** The driver hears what the server said, then that the line is over, before any promise of it goes on. */
  #endOnceHeard(): void {
    if (this.readableLength === 0) this.destroy();
    else setImmediate(() => this.#endOnceHeard());
  }

  #spoke = messageReader([kinds.query, kinds.sync], () => {
    this.#owed += 1;
  });

  override _write(piece: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    const send = () => {
      if (this.#socket?.write(piece)) done();
      else this.#socket?.once('drain', done);
    };
    if (this.#over) {
      done();
      return;
    }
    // Silence is counted from the first word that is not answered, not from the last of many.
    if (!this.waits) this.#spokeAt = performance.now();
    if (this.#began) this.#spoke(piece);
    else this.#owed = 1;
    this.#began = true;
    this.#timer ??= this.#watch(this.#options.silenceMs);
    if (this.#socket) send();
    else this.#held = send;
  }

  override _read(): void {
    this.#socket?.resume();
  }

  override _final(done: () => void): void {
    (this.#socket ?? this.#raw).end();
    setTimeout(() => this.destroy(), farewellMs);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearTimeout(this.#timer);
    this.#socket?.destroy();
    this.#raw.destroy();
    done(error);
  }

  #watch(ms: number): NodeJS.Timeout {
    // Where this process itself stood still, the answer may be here and unread: it is read before silence is judged.
    return setTimeout(() => setImmediate(() => this.#judge()), ms).unref();
  }

  #judge(): void {
    this.#timer = undefined;
    if (!this.waits || this.destroyed) return;
    const left = this.#options.silenceMs - (performance.now() - this.silentSince);
    if (left > 0) this.#timer = this.#watch(left);
    else {
      this.#options.onSilence(this);
      this.giveUp();
    }
  }

  /** Ends the line; all that waits on it fails. */
  giveUp(): void {
    this.destroy(this.waits ? fault('CONNECTION_SILENT', 'The database did not answer in time') : undefined);
  }
}
