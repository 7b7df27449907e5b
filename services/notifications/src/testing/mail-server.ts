import { once } from "node:events"
import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

/** A mail server that keeps what arrives, and refuses while it is told to. */
export interface MailServer {
  url: string
  refusing: boolean
  arrived: { to: string; text: string }[]
  close(): Promise<void>
}

export async function startMailServer(): Promise<MailServer> {
  const state: MailServer = { url: "", refusing: false, arrived: [], close: async () => undefined }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        if (state.refusing) return done(new Error("mailbox unavailable"))
        for (const { address } of session.envelope.rcptTo)
          state.arrived.push({ to: address, text: Buffer.concat(chunks).toString("utf8") })
        done()
      })
    },
  })
  server.on("error", () => undefined)
  server.listen(0, "127.0.0.1")
  await once(server.server, "listening")
  state.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  state.close = () => new Promise((resolve) => server.close(() => resolve()))
  return state
}
