import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { buffer } from "node:stream/consumers"
import { SMTPServer } from "smtp-server"
import { inboxPage, type ShownMessage } from "./inbox-page.ts"
import { MailFolder } from "./mail-folder.ts"

/** The mail server of a system that only this machine uses. */
export interface LocalInbox {
  stop(): Promise<void>
}

export interface LocalInboxOptions {
  host: string
  smtpPort: number
  /** Where a page shows what arrived. */
  pagePort: number
  /** Where messages are kept, absolute. */
  folder: string
}

const LARGEST_MESSAGE = 1_048_576
const SHOWN = 100

/** Takes every message for anybody, keeps it and shows it: nothing leaves the machine. */
export async function startLocalInbox({
  host,
  smtpPort,
  pagePort,
  folder,
}: LocalInboxOptions): Promise<LocalInbox> {
  const kept = new MailFolder(folder)
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: LARGEST_MESSAGE,
    onData(stream, _session, done) {
      buffer(stream)
        .then((message) => kept.keep(message, new Date()))
        .then(
          () => done(),
          (error: Error) => done(error),
        )
    },
  })
  // A client that goes away in the middle is its own trouble.
  smtp.on("error", () => undefined)
  smtp.listen(smtpPort, host)
  await once(smtp.server, "listening")
  const page = pageServer(kept)
  await new Promise<void>((resolve, reject) => {
    page.once("error", reject).listen(pagePort, host, resolve)
  })
  return {
    async stop() {
      page.closeAllConnections()
      await new Promise<void>((resolve) => page.close(() => resolve()))
      await new Promise<void>((resolve) => smtp.close(() => resolve()))
    },
  }
}

function pageServer(kept: MailFolder): Server {
  return createServer((request, response) => {
    if (request.url !== "/" && request.url !== "/messages.json") return response.writeHead(404).end()
    shownMessages(kept).then(
      (messages) => {
        const [type, body] =
          request.url === "/"
            ? ["text/html", inboxPage(messages)]
            : ["application/json", JSON.stringify(messages)]
        response.writeHead(200, {
          "content-type": `${type}; charset=utf-8`,
          "cache-control": "no-store",
          "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
          "x-content-type-options": "nosniff",
        })
        response.end(body)
      },
      (error: Error) => response.writeHead(500, { "content-type": "text/plain" }).end(error.message),
    )
  })
}

async function shownMessages(kept: MailFolder): Promise<ShownMessage[]> {
  // Only who looks pays for the parser
  const { simpleParser } = await import("mailparser")
  const names = await kept.names()
  return Promise.all(
    names.slice(0, SHOWN).map(async (name) => {
      const { to, subject, date, text } = await simpleParser(await kept.read(name))
      return {
        to: (Array.isArray(to) ? to : [to]).map((each) => each?.text ?? "").join(", "),
        subject: subject ?? "",
        date: date?.toISOString() ?? null,
        text: text ?? "",
      }
    }),
  )
}
