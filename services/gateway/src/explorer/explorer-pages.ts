import { EXPLORER_POLICY } from "../http/security-headers.ts"
import { builtFiles, type FileHandler } from "../http/static-files.ts"

/** Where the explorer's files lie; its page is the graph's own address, seen with a browser. */
const PREFIX = "/explorer/"

/** A graphical editor for queries, served from this origin alone: it works without any other network. */
export interface ExplorerPages {
  /** Answers with the page, whatever the address; false when the explorer was not built. */
  page: FileHandler
  /** Answers requests for the page's scripts and styles. */
  files: FileHandler
}

/** @param folder what {@link file://./build.ts} wrote */
export function explorerPages(folder: string): ExplorerPages {
  const serve = builtFiles(folder, EXPLORER_POLICY)
  return {
    page: (request, response) => serve(Object.assign(request, { url: "/" }), response),
    files(request, response) {
      const { url = "/" } = request
      if (!url.startsWith(PREFIX)) return false
      return serve(Object.assign(request, { url: url.slice(PREFIX.length - 1) }), response)
    },
  }
}
