import { createTransport } from "nodemailer"
import type { MailSettings } from "../settings.ts"
import type { MessageText } from "./message-text.ts"

/** Hands messages to a mail server. */
export interface MailSender {
  /**
   * @param id the same for every attempt at a message: whoever gets it twice can tell
   * @throws Error when the server did not take it
   */
  send(id: string, address: string, text: MessageText): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

export function mailSender({ smtpUrl, from, publicOrigin }: MailSettings): MailSender {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  })
  const { hostname } = new URL(publicOrigin)
  return {
    async send(id, address, { subject, text }) {
      await transport.sendMail({
        from,
        to: address,
        subject,
        text,
        messageId: `<${id}@${hostname}>`,
        headers: { "auto-submitted": "auto-generated" },
      })
    },
    close: () => transport.close(),
  }
}
