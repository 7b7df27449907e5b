import { execFile } from "node:child_process"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A user of this machine by number; undefined means: the one who runs this program. */
export interface RunAs {
  uid?: number
  gid?: number
}

/** PostgreSQL refuses to run as root; then it runs as `postgres`, or as `nobody` where there is no such user. */
export async function userForPostgres(): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {}
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])])
      return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
    } catch {
      // no such user on this machine
    }
  }
  throw new Error("PostgreSQL must not run as root, and this machine has neither a user postgres nor nobody")
}
