import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createTransport } from "nodemailer"
import { afterAll, beforeAll, expect, test } from "vitest"
import { freeNeighbouringPorts } from "../testing/free-ports.ts"
import { type LocalInbox, startLocalInbox } from "./local-inbox.ts"

let folder: string
let port: number
let inbox: LocalInbox

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "plan43-mail-"))
  port = await freeNeighbouringPorts(2)
  inbox = await startLocalInbox({
    host: "127.0.0.1",
    pagePort: port,
    smtpPort: port + 1,
    folder: join(folder, "mail"),
  })
})
afterAll(async () => {
  await inbox?.stop()
  await rm(folder, { recursive: true })
})

const pageOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()

test("what is sent is shown, once for each Message-ID, and as text", async () => {
  expect(await pageOf("/")).toContain("Chưa có thư nào")
  const transport = createTransport({ host: "127.0.0.1", port: port + 1, ignoreTLS: true })
  const message = {
    from: "a@plan43.example",
    to: "b@plan43.example",
    subject: "Nhiệm vụ 30 <b>quá hạn</b>",
    text: "Xem chi tiết",
    messageId: "<1@localhost>",
  }
  await transport.sendMail(message)
  await transport.sendMail(message)
  transport.close()
  const messages = JSON.parse(await pageOf("/messages.json")) as { to: string; subject: string }[]
  expect(messages).toHaveLength(1)
  expect(messages[0]).toMatchObject({ to: "b@plan43.example", subject: "Nhiệm vụ 30 <b>quá hạn</b>" })
  expect(await pageOf("/")).toContain("Nhiệm vụ 30 &lt;b&gt;quá hạn&lt;/b&gt;")
})
