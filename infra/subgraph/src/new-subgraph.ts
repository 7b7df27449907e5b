/**
 * `npm run new:subgraph NAME`: writes a subgraph in the style of the others, which works as it is: it is built, composed,
 * given a schema and a role, filled with the agencies, started, followed, audited and tested with all others, since each
 * of them finds it by its `subgraph.json`.
 */
import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath, pathToFileURL } from "node:url"
import { nextPort, readSubgraphs, type Subgraph } from "@plan43/subgraph-list"
import { type Fillings, fillTemplate } from "./fill-template.ts"
import { readWishes, type Wishes, WishesInvalid } from "./wishes.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const services = join(root, "services")
const GATEWAY_PORT = 4000

/** Whose versions of libraries a new subgraph takes. */
const MODEL = "cooperation"

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}

function readManifest(service: string): Manifest {
  return JSON.parse(readFileSync(join(services, service, "package.json"), "utf8")) as Manifest
}

/** Every type of every subgraph, by name. */
function typesInGraph(known: readonly Subgraph[]): ReadonlySet<string> {
  const schemas = known
    .map(({ name }) => join(services, name, "schema.graphql"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
  return new Set(
    schemas.flatMap((sdl) =>
      Array.from(sdl.matchAll(/^(?:type|input|enum|interface|union) (\w+)/gm), ([, name]) => name ?? ""),
    ),
  )
}

function fillingsOf({ name, holds, entity, thing, scope }: Wishes, port: number): Fillings {
  const { constant, words, ...names } = entity
  return {
    ...names,
    name,
    scope,
    port: String(port),
    localPort: String(GATEWAY_PORT + port),
    holdsVi: JSON.stringify(holds.vi),
    holdsEn: JSON.stringify(holds.en),
    thingEn: words,
    ThingEn: words.charAt(0).toUpperCase() + words.slice(1),
    nameMissing: JSON.stringify(`Hãy ghi tên của ${thing}`),
    reasonMissing: JSON.stringify(`Hãy ghi lý do rút ${thing} này`),
    RULE: constant,
    ROWS: `ROWS_OF_${constant}`,
    stamp: stampOf(new Date()),
    dependencies: JSON.stringify(readManifest(MODEL).dependencies),
  }
}

/** The time that a migration's name begins with, e.g. 20261128143000. */
function stampOf(now: Date): string {
  return now.toISOString().replace(/\D/g, "").slice(0, 14)
}

/** The gateway's build waits for its dependencies: what it composes is one of them. */
function makeDependencyOfGateway(name: string): void {
  const file = join(services, "gateway", "package.json")
  const manifest = readManifest("gateway")
  const devDependencies = { ...manifest.devDependencies, [`@plan43/${name}`]: "0.1.0" }
  manifest.devDependencies = Object.fromEntries(
    Object.entries(devDependencies).sort(([one], [other]) => (one < other ? -1 : 1)),
  )
  writeFileSync(file, `${JSON.stringify(manifest, null, 2)}\n`)
}

/** @throws Error with all that the command printed when it fails */
function run(command: string, ...args: string[]): void {
  const bin = join(root, "node_modules", ".bin")
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, TURBO_TELEMETRY_DISABLED: "1" },
  })
  if (status !== 0)
    throw new Error(`${command} ${args.join(" ")} failed:\n${error?.message ?? stdout + stderr}`)
}

/** What `npm install` does of it: the lock file knows the workspace, and its name leads to its folder. */
function install(name: string): void {
  run(
    "npm",
    "install",
    "--package-lock-only",
    "--ignore-scripts",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
  )
  const link = join(root, "node_modules", "@plan43", name)
  if (!existsSync(link)) symlinkSync(join("..", "..", "services", name), link)
}

try {
  const known = readSubgraphs(pathToFileURL(`${services}/`))
  const wishes = readWishes(process.argv.slice(2), known, typesInGraph(known))
  const { name } = wishes
  const folder = join(services, name)
  if (existsSync(folder)) throw new WishesInvalid(`services/${name} is there already`)
  const port = nextPort(known)
  fillTemplate(folder, fillingsOf(wishes, port))
  makeDependencyOfGateway(name)
  run("biome", "check", "--write", `services/${name}`)
  install(name)
  console.log(`services/${name} is written. Building it, and composing the graph with it …`)
  run("turbo", "run", "build", `--filter=@plan43/gateway`, "--output-logs=errors-only")
  console.log(`It is part of the graph: npm start runs it at the gateway's port + ${port}.
  npx vitest run services/${name}    its tests
  npm run -w test access-table       who may do what, with it
  services/${name}/README.md         say there what it is for`)
} catch (error) {
  console.error(error instanceof WishesInvalid ? error.message : (error as Error).stack)
  process.exitCode = 1
}
