import { env } from "node:process"
import { startSystem } from "../running-system.ts"

/** Starts the whole system for all browser tests and tells them where it is; ends it after the last one. */
export default async function startForBrowserTests(): Promise<() => Promise<void>> {
  const running = env.E2E_URL
  if (running !== undefined) return async () => undefined
  const system = await startSystem()
  env.E2E_URL = system.url
  env.E2E_DATA_DIRECTORY = system.dataDirectory
  env.E2E_PROCESSES = JSON.stringify(system.processes)
  return () => system.stop()
}
