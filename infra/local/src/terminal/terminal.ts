/** Where the person, or the program, that started everything reads how it goes. */
export interface Terminal {
  /** Something that went as it should. */
  say(line: string): void
  /** Something that a person should look at. */
  warn(line: string): void
  /** Everything runs. */
  ready(system: ReadySystem): void
}

/** What runs, for people and for programs that measure it. */
export interface ReadySystem {
  /** Where to open it, e.g. http://localhost:4000. */
  url: string
  /** From the beginning of the start until everything answered. */
  milliseconds: number
  /** Process ids by name: supervisor, postgres (unless it runs elsewhere), agencies … gateway. */
  processes: Readonly<Record<string, number>>
  /** Where the messages that the system sent are shown, unless a mail server elsewhere has them. */
  inboxUrl?: string
  /** Where the console with hot reload is, in development. */
  consoleUrl?: string
}

interface Streams {
  out: { write(text: string): unknown }
  err: { write(text: string): unknown }
}

/** Lines for people. */
export function plainTerminal(
  { out, err }: Streams = { out: process.stdout, err: process.stderr },
): Terminal {
  return {
    say: (line) => out.write(`${line}\n`),
    warn: (line) => err.write(`${line}\n`),
    ready({ url, consoleUrl, inboxUrl, milliseconds }) {
      const seconds = (milliseconds / 1000).toFixed(1)
      out.write(`\nPlan 43 is ready after ${seconds} s.\n\n`)
      if (consoleUrl !== undefined) out.write(`  console, reloading as you edit   ${consoleUrl}\n`)
      out.write(`  ${consoleUrl === undefined ? "console" : "console, as built"}   ${url}\n`)
      out.write(`  GraphQL   ${url}/graphql\n`)
      if (inboxUrl !== undefined) out.write(`  e-mail    ${inboxUrl}\n`)
      out.write(`\nCtrl-C stops everything.\n`)
    },
  }
}

/** One JSON object a line on standard output; warnings as text on standard error. */
export function jsonTerminal({ out, err }: Streams = { out: process.stdout, err: process.stderr }): Terminal {
  return {
    say: (line) => out.write(`${JSON.stringify({ message: line })}\n`),
    warn: (line) => err.write(`${line}\n`),
    ready: (system) =>
      out.write(`${JSON.stringify({ ready: true, ...system, graphql: `${system.url}/graphql` })}\n`),
  }
}
