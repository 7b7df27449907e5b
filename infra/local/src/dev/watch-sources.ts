import { existsSync, watch } from "node:fs"
import { join } from "node:path"
import type { Workspace } from "./workspaces.ts"

/** An editor that saves several files, or one in several steps, makes one change, in milliseconds. */
const SETTLING_MS = 150

/**
 * Watches the source of workspaces; tests do not count.
 * @param onChange is told the names of those that changed since it was last told
 * @returns ends the watching
 */
export function watchSources(
  workspaces: ReadonlyMap<string, Workspace>,
  onChange: (changed: ReadonlySet<string>) => void,
): () => void {
  let changed = new Set<string>()
  let settling: NodeJS.Timeout | undefined
  const tell = () => {
    const told = changed
    changed = new Set()
    onChange(told)
  }
  const watchers = Array.from(workspaces)
    .map(([name, { folder }]) => ({ name, source: join(folder, "src") }))
    .filter(({ source }) => existsSync(source))
    .map(({ name, source }) =>
      watch(source, { recursive: true }, (_event, file) => {
        if (file === null || !/\.ts$/.test(file) || /\.test\.ts$/.test(file)) return
        changed.add(name)
        clearTimeout(settling)
        settling = setTimeout(tell, SETTLING_MS)
      }),
    )
  return () => {
    clearTimeout(settling)
    for (const watcher of watchers) watcher.close()
  }
}
