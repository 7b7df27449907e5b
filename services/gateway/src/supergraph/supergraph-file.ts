import { type FSWatcher, watch } from "node:fs"
import { readFile } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { QueryPlanner } from "@graphql-hive/router-query-planner"
import type { Logger } from "pino"
import { withSubgraphUrls } from "./subgraph-urls.ts"

/** How long a file must be left alone before it is read again: a writer may need several writes. */
const SETTLING_MS = 50

export interface SupergraphFileOptions {
  path: string
  /** Addresses from the environment; they replace those in the file. */
  urls: Readonly<Record<string, string | undefined>>
  log: Logger
}

/**
 * The supergraph as its file has it. A changed file that is no supergraph is reported in the log and the
 * last good one stays.
 */
export class SupergraphFile {
  #current: string
  #watcher: FSWatcher | undefined
  #settling: NodeJS.Timeout | undefined
  readonly #options: SupergraphFileOptions

  private constructor(options: SupergraphFileOptions, current: string) {
    this.#options = options
    this.#current = current
  }

  /** @throws Error naming the file when it is missing or is no supergraph */
  static async open(options: SupergraphFileOptions): Promise<SupergraphFile> {
    return new SupergraphFile(options, await readSupergraph(options))
  }

  /** The SDL to run on, with the addresses of the environment. */
  get current(): string {
    return this.#current
  }

  /**
   * Calls back after every change of the file to another good supergraph, whether it is written in place
   * or replaced by a rename.
   */
  watch(onChange: () => void | Promise<void>): void {
    const { path } = this.#options
    this.#watcher = watch(dirname(path), (_event, name) => {
      if (name !== null && name !== basename(path)) return
      clearTimeout(this.#settling)
      this.#settling = setTimeout(() => void this.#read(onChange), SETTLING_MS)
    })
  }

  close(): void {
    clearTimeout(this.#settling)
    this.#watcher?.close()
  }

  async #read(onChange: () => void | Promise<void>): Promise<void> {
    const { log, path } = this.#options
    try {
      const read = await readSupergraph(this.#options)
      if (read === this.#current) return
      this.#current = read
      await onChange()
      log.info({ path }, "supergraph changed")
    } catch (error) {
      log.error({ path, err: error }, "the changed supergraph is not usable; the last good one stays")
    }
  }
}

/** The planner is the judge: what it can plan on is a supergraph. */
async function readSupergraph({ path, urls }: SupergraphFileOptions): Promise<string> {
  try {
    const sdl = withSubgraphUrls(await readFile(path, "utf8"), urls)
    new QueryPlanner(sdl)
    return sdl
  } catch (error) {
    throw new Error(
      `${path} is no usable supergraph: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
