import { afterEach, beforeEach, expect, test, vi } from "vitest"

const officer = {
  id: "dau-moi-khcn",
  name: "Nguyễn Thị Đầu Mối",
  role: "AGENCY_OFFICER",
  agencyId: "11111111-1111-4111-8111-111111111111",
  scopes: ["cooperation:read:own"],
}

type Module = typeof import("./session.ts")
let store: Module

/** The gateway, answering each request with the next of these. */
function answering(...answers: [body: unknown, headers?: Record<string, string>][]) {
  const responses = answers.map(([body, headers]) => Response.json(body, headers ? { headers } : {}))
  vi.stubGlobal("fetch", async () => responses.shift() ?? Promise.reject(new TypeError("Failed to fetch")))
}

const signedIn = { signedIn: true, signInAvailable: true, person: officer, expiresAt: null }
const nobody = { signedIn: false, signInAvailable: true, person: null, expiresAt: null }

beforeEach(async () => {
  vi.resetModules()
  store = await import("./session.ts")
})
afterEach(() => vi.unstubAllGlobals())

test("who comes without a session is a visitor, not somebody whose session ended", async () => {
  answering([nobody])
  await store.readSession()
  expect(store.currentSession()).toEqual({ state: "ANONYMOUS", person: null, signInAvailable: true })
})

test("an answer that says the session ended keeps whose it was", async () => {
  answering([signedIn], [{ data: {} }, { "x-plan43-session": "ended" }])
  await store.readSession()
  expect(store.currentSession().state).toBe("SIGNED_IN")
  await store.fetchWithinSession("/graphql")
  expect(store.currentSession()).toEqual({ state: "ENDED", person: officer, signInAvailable: true })
})

test("a session that another window ended is noticed, and so is the next sign-in there", async () => {
  answering([signedIn], [nobody], [signedIn])
  await store.readSession()
  await store.readSession()
  expect(store.currentSession()).toMatchObject({ state: "ENDED", person: officer })
  await store.readSession()
  expect(store.currentSession()).toMatchObject({ state: "SIGNED_IN", person: officer })
})

test("a session that had ended before the page came stays ended, though only the first answer says so", async () => {
  answering([nobody, { "x-plan43-session": "ended" }], [nobody])
  await store.readSession()
  await store.readSession()
  expect(store.currentSession().state).toBe("ENDED")
  store.continueAnonymously()
  expect(store.currentSession().state).toBe("ANONYMOUS")
})

test("no answer says nothing about a session", async () => {
  answering([signedIn])
  await store.readSession()
  await store.readSession()
  expect(store.currentSession()).toMatchObject({ state: "SIGNED_IN", person: officer })
})

test("without a gateway the console is a visitor's", async () => {
  answering()
  await store.readSession()
  expect(store.currentSession()).toMatchObject({ state: "ANONYMOUS", signInAvailable: false })
})

test("a sign-out that the gateway refuses is no sign-out", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 403 }))
  await expect(store.signOut()).rejects.toThrow("403")
})
