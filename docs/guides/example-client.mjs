// A system that reads all tasks: token, pages by cursor, waiting when it asks too often. Node 20 or later, nothing else.
//
//   PLAN43_URL=http://localhost:4000 CLIENT_ID=sys-… CLIENT_SECRET=p43_… node example-client.mjs

import { setTimeout as sleep } from "node:timers/promises"

const { PLAN43_URL = "http://localhost:4000", CLIENT_ID, CLIENT_SECRET, PAGE_SIZE = "50" } = process.env
if (!CLIENT_ID || !CLIENT_SECRET) throw new Error("CLIENT_ID and CLIENT_SECRET must be set")

/** A new token this long before the old one ends, in milliseconds. */
const BEFORE_THE_END = 30_000
/** How often one request is sent at most. */
const ATTEMPTS = 10

let token = { value: "", until: 0 }

/** A token that is good for a while; the same one until shortly before its end. */
async function currentToken() {
  if (Date.now() < token.until) return token.value
  const credentials = [CLIENT_ID, CLIENT_SECRET].map(encodeURIComponent).join(":")
  const response = await send(`${PLAN43_URL}/oauth/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`no token: ${answer.error}: ${answer.error_description}`)
  token = { value: answer.access_token, until: Date.now() + answer.expires_in * 1000 - BEFORE_THE_END }
  return token.value
}

/** Sends a request; told to wait (429, 503), waits as long as the answer says, and sends it again. */
async function send(url, request) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, request)
    if ((response.status !== 429 && response.status !== 503) || attempt === ATTEMPTS) return response
    const seconds = Number(response.headers.get("retry-after")) || 2 ** attempt
    console.error(`told to wait (${response.status}): ${seconds} s`)
    await response.body?.cancel()
    await sleep(seconds * 1000)
  }
}

/** The data of an operation; a token that ended meanwhile is replaced once. */
async function ask(query, variables) {
  for (const isLastTry of [false, true]) {
    const response = await send(`${PLAN43_URL}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", authorization: `Bearer ${await currentToken()}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = await response.json()
    if (!errors) return data
    if (response.status !== 401 || isLastTry)
      throw new Error(errors.map((error) => `${error.extensions?.code}: ${error.message}`).join("\n"))
    token.until = 0
  }
}

const TASKS = `query Tasks($first: Int, $after: String) {
  tasks(first: $first, after: $after) {
    edges { node { code title status } }
    pageInfo { hasNextPage endCursor }
  }
}`

let after = null
do {
  const { tasks } = await ask(TASKS, { first: Number(PAGE_SIZE), after })
  for (const { node } of tasks.edges) console.log([node.code, node.status, node.title].join("\t"))
  after = tasks.pageInfo.hasNextPage ? tasks.pageInfo.endCursor : null
} while (after !== null)
