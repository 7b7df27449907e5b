import { AlreadyRunning, claimSoleUse } from "./preconditions/sole-use.ts"

/** Claims the data for this program; null where the system runs on them, whose server is then used and left running. */
export async function claimUnlessRunning(dataDirectory: string): Promise<(() => Promise<void>) | null> {
  try {
    return await claimSoleUse(dataDirectory)
  } catch (error) {
    if (error instanceof AlreadyRunning) return null
    throw error
  }
}
