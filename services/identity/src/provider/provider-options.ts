import type { Configuration, KoaContextWithOIDC } from "oidc-provider"
import { interactionPolicy } from "oidc-provider"
import type pg from "pg"
import { accountOf, claimsOf } from "../account/demo-accounts.ts"
import type { ClientConfiguration } from "../configuration.ts"
import { errorPage } from "../page/error-page.ts"
import { type Page, pageHeaders, writePage } from "../page/page.ts"
import { signedOutPage, signOutPage } from "../page/sign-out-page.ts"
import { PostgresAdapter } from "../store/postgres-adapter.ts"
import type { ProviderKeys } from "../store/provider-keys.ts"

/** What the application may know of whoever signs in. */
const SCOPE = "openid profile email"

const MINUTES = 60
const HOURS = 3_600

/** What makes oidc-provider this provider: one application, our accounts and pages, records in PostgreSQL. */
export function providerOptions(
  client: ClientConfiguration,
  keys: ProviderKeys,
  database: Pick<pg.Pool, "query">,
): Configuration {
  // People are asked to sign in, and not whether the one application may know who they are
  const policy = interactionPolicy.base()
  policy.remove("consent")
  return {
    adapter: (model) => new PostgresAdapter(model, database),
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [...client.redirectUris],
        post_logout_redirect_uris: [client.postLogoutUri],
        backchannel_logout_uri: client.backchannelLogoutUri ?? undefined,
        backchannel_logout_session_required: client.backchannelLogoutUri !== null,
        response_types: ["code"],
        grant_types: ["authorization_code"],
        token_endpoint_auth_method: "client_secret_post",
        id_token_signed_response_alg: "ES256",
      },
    ],
    jwks: { keys: [keys.tokens] },
    cookies: {
      keys: [keys.cookies],
      names: {
        session: "plan43_issuer_session",
        interaction: "plan43_issuer_interaction",
        resume: "plan43_issuer_resume",
      },
      long: { httpOnly: true, sameSite: "lax", signed: true },
      short: { httpOnly: true, sameSite: "lax", signed: true },
    },
    pkce: { required: () => true },
    scopes: SCOPE.split(" "),
    claims: {
      openid: ["sub"],
      profile: ["name", "role", "agency"],
      email: ["email", "email_verified"],
    },
    responseTypes: ["code"],
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: client.backchannelLogoutUri !== null },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => showPage(ctx, signOutPage(form), client),
        postLogoutSuccessSource: (ctx) => showPage(ctx, signedOutPage, client),
      },
    },
    ttl: {
      AccessToken: 10 * MINUTES,
      AuthorizationCode: 1 * MINUTES,
      IdToken: 10 * MINUTES,
      Interaction: 10 * MINUTES,
      Session: 10 * HOURS,
      Grant: 10 * HOURS,
    },
    interactions: { policy, url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, id) => {
      const account = accountOf(id)
      return account === null ? undefined : { accountId: id, claims: () => claimsOf(account) }
    },
    async loadExistingGrant({ oidc }) {
      const { provider, session, client: known } = oidc
      if (!session?.accountId || !known) return undefined
      const grant = new provider.Grant({ accountId: session.accountId, clientId: known.clientId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    renderError: (ctx, { error }) => showPage(ctx, errorPage(error, client.postLogoutUri), client),
    // Only the application's own address is ever asked for, which may lie on this machine
    fetch: (url, init) => fetch(url, { ...init, dispatcher: undefined } as RequestInit),
  }
}

function showPage(ctx: KoaContextWithOIDC, page: Page, client: ClientConfiguration): void {
  ctx.set(pageHeaders(originsOf(client)))
  ctx.body = writePage(page)
}

/** Where forms of this provider may lead on to. */
export function originsOf({ redirectUris, postLogoutUri }: ClientConfiguration): string[] {
  return [...new Set([...redirectUris, postLogoutUri].map((uri) => new URL(uri).origin))]
}
