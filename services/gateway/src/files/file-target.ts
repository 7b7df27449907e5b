/** A file of a subgraph, or the uploads to it. */
export interface FileTarget {
  /** e.g. "tasks" */
  subgraph: string
  /** Whether it is about an upload; otherwise a file is fetched. */
  upload: boolean
}

/** The subgraphs that keep files. */
const HOLDERS: ReadonlySet<string> = new Set(["tasks", "indicators", "reporting"])

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
const PATH = new RegExp(`^/files/([a-z]+)/(?:(uploads)(?:/${UUID})?|${UUID})$`)

/** @returns null where a path (without its query) names no place for files */
export function fileTargetOf(path: string): FileTarget | null {
  const [, subgraph, uploads] = PATH.exec(path) ?? []
  if (subgraph === undefined || !HOLDERS.has(subgraph)) return null
  return { subgraph, upload: uploads !== undefined }
}
