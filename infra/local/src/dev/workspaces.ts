import { readdir, readFile } from "node:fs/promises"
import { join } from "node:path"

/** A workspace whose source may change. */
export interface Workspace {
  /** Its folder, absolute. */
  folder: string
  /** Names of the workspaces it runs with, e.g. "@plan43/plan". */
  dependencies: readonly string[]
}

/** The workspaces of packages/ and services/ by name, e.g. "@plan43/tasks". */
export async function readWorkspaces(root: string): Promise<Map<string, Workspace>> {
  const folders = await Promise.all(
    ["packages", "services"].map(async (area) =>
      (await readdir(join(root, area), { withFileTypes: true }))
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => join(root, area, name)),
    ),
  )
  return new Map(
    await Promise.all(
      folders.flat().map(async (folder): Promise<[string, Workspace]> => {
        const { name, dependencies = {} } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"))
        return [name, { folder, dependencies: Object.keys(dependencies) }]
      }),
    ),
  )
}

/** Whether a workspace runs code of one that changed: its own, or that of one it depends on, at any distance. */
export function isAffected(
  name: string,
  changed: ReadonlySet<string>,
  workspaces: ReadonlyMap<string, Workspace>,
): boolean {
  const seen = new Set<string>()
  const reaches = (one: string): boolean => {
    if (changed.has(one)) return true
    if (seen.has(one)) return false
    seen.add(one)
    return workspaces.get(one)?.dependencies.some(reaches) ?? false
  }
  return reaches(name)
}
