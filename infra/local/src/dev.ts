import { copyFile, mkdir } from "node:fs/promises"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { reloadOnChange } from "./dev/reload-on-change.ts"
import { watchSources } from "./dev/watch-sources.ts"
import { readWorkspaces } from "./dev/workspaces.ts"
import { runUntilStopped } from "./run-until-stopped.ts"
import { consolePort, consoleServerProgram, SUBGRAPHS, subgraphUrl } from "./system/programs.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url)).replace(/\/$/, "")
let supergraph: string

/**
 * `npm run dev`: everything from its source. A process whose source changes is started again, and only that one; the
 * graph is composed again from what the subgraphs then say; the console reloads in the browser.
 */
await runUntilStopped({
  root,
  form: "source",

  /** A copy of the graph as built: what development writes into it never reaches the build. */
  async placeSupergraph({ dataDirectory }) {
    supergraph = join(dataDirectory, "dev", "supergraph.graphql")
    await mkdir(join(supergraph, ".."), { recursive: true })
    await copyFile(join(root, "services/gateway/dist/supergraph.graphql"), supergraph)
    return supergraph
  },

  async whenRunning({ surroundings, subgraphs, gateway, identity, supervise }, { stack, terminal }) {
    await supervise(consoleServerProgram(surroundings))
    const workspaces = await readWorkspaces(root)
    const reload = reloadOnChange({
      workspaces,
      subgraphs,
      others: identity === null ? [gateway] : [gateway, identity],
      subgraphUrls: new Map(SUBGRAPHS.map((name) => [name, subgraphUrl(name, surroundings)])),
      supergraph,
      terminal,
    })
    stack.defer(watchSources(workspaces, reload))
    return { consoleUrl: `http://localhost:${consolePort(surroundings.port)}` }
  },
})
