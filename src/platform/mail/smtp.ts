import { createTransport } from "nodemailer";
import type { Transporter } from "nodemailer";

export type Dkim = { readonly domainName: string; readonly keySelector: string; readonly privateKey: string };

export type SmtpSettings = { smtpUrl: string; from: string; dkim: Dkim | null };

export type Outgoing = {
  toAddress: string;
  subject: string;
  text: string;
  html: string;
  calendar: string | null;
  unsubscribeUrl: string | null;
  replyTo: string | null;
  messageId: string;
  createdAt: Temporal.Instant;
};

export type Smtp = { send(letter: Outgoing): Promise<void>; close(): void };

/** A server's "no" that will stay a no: 5xx to this recipient or this text (RFC 5321, 4.2.1). */
export class RefusedForGood extends Error {}

/**
 * A server that does not answer the door is given up soon. One that is thinking about a letter is not: whoever hangs up then sends it twice
 * (RFC 5321, 4.5.3.2).
 */
const PATIENCE = { dnsTimeout: 5_000, connectionTimeout: 10_000, greetingTimeout: 30_000, socketTimeout: 180_000 };

export function openSmtp({ smtpUrl, from, dkim }: SmtpSettings): Smtp {
  const transport: Transporter = createTransport({ url: smtpUrl, ...PATIENCE, disableFileAccess: true, disableUrlAccess: true } as never, { from });
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          to: { name: "", address: letter.toAddress }, // as text, an address with a comma would be two
          ...(letter.replyTo ? { replyTo: { name: "", address: letter.replyTo } } : {}),
        subject: letter.subject,
          text: letter.text,
          html: letter.html,
          messageId: letter.messageId,
          date: new Date(letter.createdAt.epochMilliseconds),
          ...(letter.calendar ? { icalEvent: { method: "PUBLISH", filename: "meet-up.ics", content: letter.calendar } } : {}),
          ...(dkim ? { dkim: { ...dkim, headerFieldNames: "from:to:subject:date:message-id:list-unsubscribe:list-unsubscribe-post" } } : {}),
          headers: {
            "Auto-Submitted": "auto-generated", // RFC 3834: no holiday notices in return
            ...(letter.unsubscribeUrl
              ? { "List-Unsubscribe": `<${letter.unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }
              : {}),
          },
        });
      } catch (error) {
        throw isForGood(error as SmtpError) ? new RefusedForGood((error as Error).message) : error;
      }
    },
    close: () => transport.close(),
  };
}

type SmtpError = { code?: string; command?: string; responseCode?: number };

/**
 * Only what was said to the recipient or to the text counts. A 5xx to the greeting, the password or the sender is about our settings: letters
 * wait until those are put right. An address that cannot be written in SMTP at all never gets as far as a server.
 */
function isForGood({ code, command, responseCode = 0 }: SmtpError): boolean {
  if (code === "EENVELOPE" && command === "API") return true;
  const aboutThisLetter = command === "RCPT TO" || command === "DATA" || code === "EMESSAGE";
  return aboutThisLetter && responseCode >= 500 && responseCode < 600;
}
