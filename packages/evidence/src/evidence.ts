import { buffer } from "node:stream/consumers"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { readEvidenceConfiguration } from "./configuration.ts"
import { type DownloadOptions, downloadRoute } from "./download/download-route.ts"
import { type EvidenceStore, openStore } from "./store/evidence-store.ts"
import { fileSweeper } from "./sweep/sweep-files.ts"
import { type UploadOptions, uploadRoutes } from "./upload/upload-routes.ts"

/** What decides who may upload to a subgraph, and who may read what was. */
export type EvidenceRules = Omit<UploadOptions & DownloadOptions, "store">

/** What a subgraph needs to keep files: its routes, the worker that removes what was given up, and what reads a file. */
export interface Evidence extends Required<Pick<SubgraphDefinition, "routes" | "workers">> {
  /** The bytes of a file that is READY. @throws Error when they are not there */
  contentOf(id: string): Promise<Buffer>
}

/**
 * Makes what a subgraph needs to keep files. The store is that of the environment in which the subgraph
 * starts, opened when it is first needed.
 * @throws EvidenceConfigurationInvalid when the subgraph starts
 */
export function evidence(rules: EvidenceRules): Evidence {
  let store: EvidenceStore | null = null
  const opened = () => {
    store ??= openStore(readEvidenceConfiguration(process.env), rules.subgraph)
    return store
  }
  return {
    routes: [
      (app, parts) => {
        readEvidenceConfiguration(process.env)
        store = null
        uploadRoutes(app, parts, { ...rules, store: opened })
        downloadRoute(app, parts, { ...rules, store: opened })
      },
    ],
    workers: [(parts) => fileSweeper(parts, opened)],
    contentOf: async (id) => buffer(await opened().read(id)),
  }
}
