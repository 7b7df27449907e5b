import type { IncomingMessage, ServerResponse } from "node:http"
import type Provider from "oidc-provider"
import { errors } from "oidc-provider"
import type pg from "pg"
import type { Logger } from "pino"
import { signInTo } from "../account/demo-accounts.ts"
import { nameToKeep, recordRefusal } from "../account/record-refusal.ts"
import type { ClientConfiguration } from "../configuration.ts"
import { errorPage } from "../page/error-page.ts"
import { answerPage } from "../page/page.ts"
import { type SignInForm, signInPage } from "../page/sign-in-page.ts"
import { originsOf } from "../provider/provider-options.ts"

/** The largest form that is read, in bytes. */
const LARGEST_FORM = 4_096

export interface InteractionParts {
  provider: Provider
  client: ClientConfiguration
  /** For the history. */
  database: pg.Pool
  log: Logger
}

/** Shows the sign-in page to a browser whose request is waiting for a person, and takes what is typed there. */
export async function signInInteraction(
  parts: InteractionParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === "POST") return await takeForm(parts, request, response)
    const { params } = await parts.provider.interactionDetails(request, response)
    const chosen = new URL(request.url ?? "/", "http://page").searchParams.get("account")
    show(parts, response, { account: chosen ?? String(params.login_hint ?? ""), refused: false })
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error
    answerPage(response, 400, errorPage("session_not_found", parts.client.postLogoutUri))
  }
}

async function takeForm(
  parts: InteractionParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { provider, database, log } = parts
  await provider.interactionDetails(request, response)
  const form = await readForm(request)
  if (form === null) return answerPage(response, 413, errorPage("form_too_large", parts.client.postLogoutUri))
  if (form.get("do") === "give-up")
    return provider.interactionFinished(
      request,
      response,
      { error: "access_denied", error_description: "the person gave up" },
      { mergeWithLastSubmission: false },
    )
  const typed = form.get("account") ?? ""
  const account = signInTo(typed, form.get("password") ?? "")
  if (account === null) {
    log.warn({ account: nameToKeep(typed) }, "a sign-in was refused")
    await recordRefusal(database, typed, request.socket.remoteAddress ?? null)
    return show(parts, response, { account: typed, refused: true })
  }
  await provider.interactionFinished(
    request,
    response,
    { login: { accountId: account.id, amr: ["pwd"] } },
    { mergeWithLastSubmission: false },
  )
}

function show({ client }: InteractionParts, response: ServerResponse, form: SignInForm): void {
  answerPage(response, form.refused ? 401 : 200, signInPage(form), originsOf(client))
}

/** @returns null when it is larger than any form of ours */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > LARGEST_FORM) return null
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString("utf8"))
}
