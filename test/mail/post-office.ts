/** A real SMTP server that keeps what it is given, and can be told to be difficult. */
import { simpleParser } from "mailparser";
import type { ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";

export type Delivered = { messageId: string; to: string; raw: string };

export type PostOffice = {
  readonly port: number;
  readonly url: string;
  /** Everything that was answered with 250, in order; a double stands here twice. */
  readonly delivered: Delivered[];
  parsed(index?: number): Promise<ParsedMail>;
  close(): Promise<void>;
};

export type Manners = {
  port?: number;
  /** Called before the 250; what it throws, with a `responseCode`, is the server's answer. */
  onLetter?: (letter: Delivered) => Promise<void> | void;
  onRecipient?: (address: string) => void;
  /** Called right after the 250 has been written. */
  afterLetter?: (letter: Delivered) => void;
};

export async function openPostOffice({ port = 0, onLetter, onRecipient, afterLetter }: Manners = {}): Promise<PostOffice> {
  const delivered: Delivered[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, answer) => answer(Object.assign(new Error("wrong password"), { responseCode: 535 })),
    onRcptTo({ address }, _session, answer) {
      try {
        onRecipient?.(address);
        answer();
      } catch (error) {
        answer(error as Error);
      }
    },
    onData(stream, session, answer) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => void take(Buffer.concat(chunks).toString("latin1"), session.envelope.rcptTo.map((one) => one.address).join(), answer));
    },
  });

  async function take(raw: string, to: string, answer: (error?: Error) => void): Promise<void> {
    const letter = { messageId: /^message-id: *(<[^>]+>)/im.exec(raw)?.[1] ?? "", to, raw };
    try {
      await onLetter?.(letter);
    } catch (error) {
      return answer(error as Error);
    }
    delivered.push(letter);
    answer();
    afterLetter?.(letter);
  }

  server.on("error", () => {}); // clients that are killed mid-sentence
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address() as { port: number };
  return {
    port: address.port,
    url: `smtp://127.0.0.1:${address.port}`,
    delivered,
    parsed: (index = 0) => simpleParser(Buffer.from(delivered[index]!.raw, "latin1")),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** What a difficult server says: `sayNo(450, "try later")`. */
export function sayNo(responseCode: number, words: string): never {
  throw Object.assign(new Error(words), { responseCode });
}
