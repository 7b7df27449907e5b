import { spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Terminal } from "../terminal/terminal.ts"

/** Something could not be built; `output` is what the build printed. */
export class BuildFailed extends Error {
  readonly output: string

  constructor(output: string) {
    super("the build failed: what it printed is above")
    this.name = "BuildFailed"
    this.output = output
  }
}

/** How long a build may be silent before a person is told what is being waited for, in milliseconds. */
const SILENCE_MS = 2_500

/**
 * Builds what changed since the last build; nothing of it runs when nothing did.
 * @param root the repository's folder
 * @throws BuildFailed; an AbortError when `signal` ended it
 */
export async function build(root: string, terminal: Terminal, signal: AbortSignal): Promise<void> {
  const turbo = join(root, "node_modules", ".bin", "turbo")
  const announce = () => terminal.say("Building what changed …")
  const isFirst = !existsSync(join(root, "services", "gateway", "dist", "supergraph.graphql"))
  if (isFirst) terminal.say("Building everything for the first time, about a minute …")
  const silence = isFirst ? undefined : setTimeout(announce, SILENCE_MS)
  const child = spawn(turbo, ["run", "build", "--output-logs=errors-only", "--log-prefix=task"], {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
    signal,
    killSignal: "SIGINT",
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8")
    stream.on("data", (chunk: string) => {
      output += chunk
    })
  }
  try {
    const [code] = (await once(child, "close")) as [number | null]
    signal.throwIfAborted()
    if (code !== 0) throw new BuildFailed(output)
  } finally {
    clearTimeout(silence)
  }
}
