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
  messageId: string;
  createdAt: Temporal.Instant;
};

export type Smtp = { send(letter: Outgoing): Promise<void>; close(): void };

/** A server's "no" that will stay a no: 5xx to this recipient or this text (RFC 5321, 4.2.1). */
export class RefusedForGood extends Error {}

export function openSmtp({ smtpUrl, from, dkim }: SmtpSettings): Smtp {
  const transport: Transporter = createTransport(smtpUrl, { from });
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          to: letter.toAddress,
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
        const { responseCode = 0, message } = error as { responseCode?: number; message: string };
        if (responseCode >= 500 && responseCode < 600 && responseCode !== 535 && responseCode !== 530) throw new RefusedForGood(message);
        throw error;
      }
    },
    close: () => transport.close(),
  };
}
