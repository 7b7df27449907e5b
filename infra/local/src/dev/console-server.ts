import { createServer } from "vite"

/**
 * The console with hot reload, as a process of the supervisor: GATEWAY_URL is what it asks, PORT where it listens,
 * its folder the working directory.
 */
const server = await createServer({
  root: process.cwd(),
  clearScreen: false,
  logLevel: "warn",
  server: { port: Number(process.env.PORT), strictPort: true, host: process.env.HOST },
})
await server.listen()
const end = async () => {
  await server.close()
  process.exit(0)
}
process.once("SIGTERM", end)
process.once("disconnect", end)
process.send?.({ ready: true })
