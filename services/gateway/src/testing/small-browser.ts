/** As far as a browser keeps cookies and follows redirects: by host name, whatever the port, as browsers do. */
export class SmallBrowser {
  readonly #cookies = new Map<string, string>()

  /** What the browser would send. */
  get cookies(): ReadonlyMap<string, string> {
    return this.#cookies
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  /** Asks once, follows nothing. */
  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const cookie = Array.from(this.#cookies, ([name, value]) => `${name}=${value}`).join("; ")
    const headers = new Headers(init.headers)
    if (cookie !== "") headers.set("cookie", cookie)
    const response = await fetch(url, { ...init, headers, redirect: "manual" })
    for (const line of response.headers.getSetCookie()) this.#take(line)
    return response
  }

  /** Goes to an address and on to wherever it is sent. */
  async go(url: string, init: RequestInit = {}): Promise<{ url: string; response: Response; text: string }> {
    const response = await this.ask(url, init)
    const location = response.headers.get("location")
    if (location !== null) return this.go(new URL(location, url).href)
    return { url, response, text: await response.text() }
  }

  /** Sends a form. */
  submit(url: string, fields: Record<string, string>) {
    return this.go(url, { method: "POST", body: new URLSearchParams(fields) })
  }

  #take(line: string): void {
    const [pair = "", ...attributes] = line.split("; ")
    const [name = "", value = ""] = pair.split(/=(.*)/s)
    const gone = attributes.some((attribute) => /^(max-age=0|expires=Thu, 01 Jan 1970.*)$/i.test(attribute))
    if (gone) this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
