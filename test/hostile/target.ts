import type { RunningSystem } from "../running-system.ts"
import type { HostileIssuer } from "./hostile-issuer.ts"
import type { Answer, Ledger } from "./ledger.ts"

/** A system that is attacked, with what the attacker has in hand. */
export interface Target {
  system: RunningSystem
  issuer: HostileIssuer
  ledger: Ledger
  /** What the gateway signs with; the tests know it to make what is nearly right. */
  gatewaySecret: string
}

let address = 0

/** One more address on the Internet, so that the rate of one attack does not stop the next. */
export function anotherAddress(): string {
  address += 1
  return `198.18.${address >> 8}.${address & 255}`
}

/**
 * Posts a body to the graph, from an address of its own.
 * @param quoted what the answer may quote of it
 */
export function post(
  { system, ledger }: Target,
  kind: string,
  body: unknown,
  headers: Record<string, string> = {},
  quoted = "",
): Promise<Answer> {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": anotherAddress(), ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  }
  return ledger.ask(kind, `${system.url}/graphql`, request, quoted)
}

/** Claims that make a good access token of a person. */
export function claimsOf({ issuer }: Target, role: string, changes: Record<string, unknown> = {}) {
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: issuer.issuer,
    aud: "plan43-api",
    sub: `person-${role.toLowerCase()}`,
    name: "Người thử",
    role,
    iat: now,
    exp: now + 600,
    ...changes,
  }
}
