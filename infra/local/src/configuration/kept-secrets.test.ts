import { mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { keptSecrets } from "./kept-secrets.ts"

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "secrets-"))
})
afterEach(() => rm(folder, { recursive: true }))

test("secrets are the same at the next start, and only their owner can read them", async () => {
  const first = await keptSecrets(folder)
  expect(first).toEqual({
    gateway: expect.stringMatching(/^[\w-]{43}$/),
    identityClient: expect.stringMatching(/^[\w-]{43}$/),
  })
  expect(first.gateway).not.toBe(first.identityClient)
  expect(await keptSecrets(folder)).toEqual(first)
  expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600)
})
