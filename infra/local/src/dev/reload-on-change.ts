import type { SupervisedProcess } from "../process/supervised-process.ts"
import type { Terminal } from "../terminal/terminal.ts"
import { recompose } from "./live-supergraph.ts"
import { isAffected, type Workspace } from "./workspaces.ts"

export interface Reloading {
  workspaces: ReadonlyMap<string, Workspace>
  subgraphs: ReadonlyMap<string, SupervisedProcess>
  /** The gateway, and what else is no subgraph. */
  others: readonly SupervisedProcess[]
  /** By name the address of each subgraph. */
  subgraphUrls: ReadonlyMap<string, string>
  /** File of the supergraph that the gateway watches. */
  supergraph: string
  terminal: Terminal
}

/**
 * Makes what takes changes in: restarts the processes that run changed source, and no other, and composes the graph
 * again when a subgraph was among them. Changes that come meanwhile are taken in together afterwards.
 */
export function reloadOnChange(parts: Reloading): (changed: ReadonlySet<string>) => void {
  let waiting = new Set<string>()
  let busy = false
  return async (changed) => {
    waiting = waiting.union(changed)
    if (busy) return
    busy = true
    while (waiting.size > 0) {
      const taken = waiting
      waiting = new Set()
      await reload(taken, parts)
    }
    busy = false
  }
}

async function reload(changed: ReadonlySet<string>, parts: Reloading): Promise<void> {
  const { workspaces, subgraphs, others, terminal } = parts
  const affected = (process: SupervisedProcess) =>
    isAffected(`@plan43/${process.program.name}`, changed, workspaces)
  const changedSubgraphs = [...subgraphs.values()].filter(affected)
  const restarted = await Promise.all(changedSubgraphs.map((process) => restart(process, terminal)))
  if (restarted.length > 0 && restarted.every(Boolean)) {
    const isWhole = await recompose(parts.subgraphUrls, parts.supergraph, terminal)
    if (isWhole) terminal.say("the graph is composed again")
  }
  for (const process of others.filter(affected)) await restart(process, terminal)
}

/** @returns whether it works; if not, the reason is told, and the next change tries again */
async function restart(process: SupervisedProcess, terminal: Terminal): Promise<boolean> {
  const began = Date.now()
  await process.stop()
  try {
    await process.start()
    terminal.say(`${process.program.name} runs its changed source after ${Date.now() - began} ms`)
    return true
  } catch (error) {
    terminal.warn(`${(error as Error).message}; it waits for the next change`)
    return false
  }
}
