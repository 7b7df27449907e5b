/**
 * After `npm ci`: npm leaves out optional packages, such as compilers for this machine, that are not made for the
 * Node that runs npm itself. Everything here runs on the Node that npm brought, so that one installs the rest.
 */
import { spawnSync } from "node:child_process"

const { npm_node_execpath: nodeOfNpm, npm_execpath: npm } = process.env
if (npm !== undefined && nodeOfNpm !== process.execPath) {
  const { status } = spawnSync(process.execPath, [npm, "install", "--no-save", "--prefer-offline"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, npm_node_execpath: process.execPath },
  })
  process.exitCode = status ?? 1
}
