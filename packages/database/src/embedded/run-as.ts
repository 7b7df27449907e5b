import { execFile } from "node:child_process"
import { stat } from "node:fs/promises"
import { dirname } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A user of this machine, by number. */
export interface MachineUser {
  name: string
  uid: number
  gid: number
}

/** How the programs of PostgreSQL are run: it refuses to be root. */
export interface RunAs {
  /** The user who must own the data; null: the one who runs this program. */
  owner: MachineUser | null
  /**
   * Runs a program until it ends.
   * @throws the error of execFile, with `stderr`
   */
  run(program: string, args: readonly string[], cwd: string): Promise<unknown>
}

/** The capability that lets a user pass folders closed to it, e.g. a home of mode 700 around the repository. */
const PASS_CLOSED_FOLDERS = "+dac_override"

/**
 * As an ordinary user, programs run as that user. As root they run as `postgres`, or `nobody` where there is no such
 * user; where a folder on the way is closed to that user, with the one capability to pass it.
 * @param folders what the programs must reach: their own folder and the data's
 * @throws Error when root has no user to give, or no way to let it pass
 */
export async function runAsOrdinaryUser(folders: readonly string[]): Promise<RunAs> {
  if (process.getuid?.() !== 0)
    return { owner: null, run: (program, args, cwd) => run(program, args, { cwd }) }
  const owner = await userForPostgres()
  const closed = await firstClosedFolder(folders, owner)
  if (closed === null)
    return {
      owner,
      run: (program, args, cwd) => run(program, args, { cwd, uid: owner.uid, gid: owner.gid }),
    }
  const setpriv = [
    `--reuid=${owner.uid}`,
    `--regid=${owner.gid}`,
    "--clear-groups",
    `--inh-caps=${PASS_CLOSED_FOLDERS}`,
    `--ambient-caps=${PASS_CLOSED_FOLDERS}`,
    "--",
  ]
  await run("setpriv", [...setpriv, "true"]).catch(() => {
    throw new Error(
      `PostgreSQL must not run as root, and ${closed} is closed to the user ${owner.name}: open it with chmod o+x ${closed}, start as an ordinary user, or set DATABASE_URL`,
    )
  })
  return { owner, run: (program, args, cwd) => run("setpriv", [...setpriv, program, ...args], { cwd }) }
}

async function userForPostgres(): Promise<MachineUser> {
  for (const name of ["postgres", "nobody"]) {
    try {
      const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])])
      return { name, uid: Number(uid.stdout), gid: Number(gid.stdout) }
    } catch {
      // no such user on this machine
    }
  }
  throw new Error("PostgreSQL must not run as root, and this machine has neither a user postgres nor nobody")
}

/** The first folder on the way from the top that the user may not pass; null when there is none. */
async function firstClosedFolder(
  folders: readonly string[],
  { uid, gid }: MachineUser,
): Promise<string | null> {
  for (const folder of folders)
    for (const passed of wayTo(folder)) {
      const { mode, uid: owner, gid: group } = await stat(passed)
      const passable = owner === uid ? mode & 0o100 : group === gid ? mode & 0o010 : mode & 0o001
      if (!passable) return passed
    }
  return null
}

function wayTo(folder: string): string[] {
  const parent = dirname(folder)
  return parent === folder ? [folder] : [...wayTo(parent), folder]
}
