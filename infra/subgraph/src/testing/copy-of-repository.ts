import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../../../", import.meta.url))

/** Made by builds and tests, or large, or of the machine: a copy makes its own or does without. */
const LEFT_OUT = new Set([
  ".data",
  ".git",
  ".turbo",
  "coverage",
  "dist",
  "node_modules",
  "results",
  "screenshots",
])
const OF_WORKSPACES = "@plan43"

/** A copy of this repository in which something may be tried. */
export interface RepositoryCopy {
  /** Its folder, absolute, without a slash at the end. */
  root: string
  /** Runs a program that npm installed. @returns all that it printed, and its exit code */
  run(command: string, args: readonly string[], env?: Readonly<Record<string, string>>): Ran
  remove(): void
}

export interface Ran {
  code: number | null
  printed: string
}

/**
 * Copies the sources; libraries are those of this repository, workspaces those of the copy. Builds find again in turbo's
 * cache what this repository has built.
 */
export function copyRepository(): RepositoryCopy {
  const copy = mkdtempSync(join(tmpdir(), "plan43-copy-"))
  cpSync(root, copy, {
    recursive: true,
    filter: (source) => !LEFT_OUT.has(relative(root, source).split("/").at(-1) ?? ""),
  })
  linkLibraries(copy)
  return {
    root: copy,
    run: (command, args, env = {}) => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        cwd: copy,
        encoding: "utf8",
        env: {
          ...process.env,
          PATH: `${join(copy, "node_modules", ".bin")}:${process.env.PATH}`,
          TURBO_CACHE_DIR: process.env.TURBO_CACHE_DIR ?? join(root, ".turbo", "cache"),
          ...env,
        },
      })
      return { code: status, printed: `${stdout}${stderr}` }
    },
    remove: () => rmSync(copy, { recursive: true, force: true }),
  }
}

function linkLibraries(copy: string): void {
  const installed = join(root, "node_modules")
  const linked = join(copy, "node_modules")
  mkdirSync(join(linked, OF_WORKSPACES), { recursive: true })
  for (const name of readdirSync(installed))
    if (name !== OF_WORKSPACES && name !== ".cache" && !name.startsWith(".vite"))
      symlinkSync(join(installed, name), join(linked, name))
  for (const area of ["packages", "services", "apps", "infra", "test"])
    for (const folder of area === "test"
      ? [area]
      : readdirSync(join(copy, area)).map((name) => join(area, name))) {
      const own = join(root, folder, "node_modules")
      if (existsSync(own)) symlinkSync(own, join(copy, folder, "node_modules"))
    }
  for (const name of readdirSync(join(installed, OF_WORKSPACES)))
    cpSync(join(installed, OF_WORKSPACES, name), join(linked, OF_WORKSPACES, name), {
      verbatimSymlinks: true,
      recursive: true,
    })
  mkdirSync(dirname(join(copy, "test", "results")), { recursive: true })
}
