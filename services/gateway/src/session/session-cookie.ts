import type { IncomingMessage, ServerResponse } from "node:http"

/** A cookie of this origin that no script reads and no other site's form sends. */
export interface BrowserCookie {
  read(request: IncomingMessage): string | null
  /** @param seconds how long the browser keeps it */
  write(response: ServerResponse, value: string, seconds: number): void
  clear(response: ServerResponse): void
}

/**
 * @param name without prefix; behind TLS `__Host-` binds it to this very host
 * @param publicOrigin where the browser is
 */
export function browserCookie(name: string, publicOrigin: string): BrowserCookie {
  const secure = publicOrigin.startsWith("https:")
  const fullName = secure ? `__Host-${name}` : name
  const attributes = `; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`
  const start = `${fullName}=`
  const set = (response: ServerResponse, value: string, seconds: number) =>
    response.appendHeader("set-cookie", `${start}${value}; Max-Age=${seconds}${attributes}`)
  return {
    read({ headers: { cookie } }) {
      if (cookie === undefined || !cookie.includes(start)) return null
      const found = cookie.split(";").find((part) => part.trimStart().startsWith(start))
      return found?.trimStart().slice(start.length) || null
    },
    write: set,
    clear: (response) => void set(response, "", 0),
  }
}
