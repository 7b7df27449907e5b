import { readConfiguration } from "./configuration.ts"
import { startIdentityProvider } from "./identity-provider.ts"

try {
  const running = await startIdentityProvider(readConfiguration(process.env))
  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    await running.stop()
    process.exit(0)
  }
  process.on("SIGTERM", end)
  process.on("SIGINT", end)
  process.on("disconnect", end)
  process.send?.({ ready: true, url: running.url })
} catch (error) {
  console.error(`identity: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
