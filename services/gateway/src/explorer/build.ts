import { mkdir, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import * as graphiql from "@graphql-yoga/render-graphiql/graphiql"
import { explorerPage, explorerStart } from "./explorer-page.ts"

/**
 * A step of the build: takes GraphiQL out of its package and writes it as files of this origin to
 * `dist/explorer`, so that the explorer needs no other network and no script in its page.
 */
const folder = fileURLToPath(new URL("../../dist/explorer/", import.meta.url))

const { version } = createRequire(import.meta.url)("@graphql-yoga/render-graphiql/package.json") as {
  version: string
}

const assets = `assets/${version}`
await mkdir(join(folder, assets), { recursive: true })
await Promise.all([
  write("index.html", explorerPage(`/explorer/${assets}`)),
  write(`${assets}/start.js`, explorerStart(`/explorer/${assets}`)),
  write(`${assets}/graphiql.js`, graphiql.js),
  write(`${assets}/graphiql.css`, graphiql.css),
  write(`${assets}/editor.worker.js`, graphiql.editorWorkerService),
  write(`${assets}/graphql.worker.js`, graphiql.graphqlWorker),
  write(`${assets}/json.worker.js`, graphiql.jsonWorker),
])

async function write(name: string, text: string): Promise<void> {
  const bytes = Buffer.from(text)
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }
  await Promise.all([
    writeFile(join(folder, name), bytes),
    promisify(brotliCompress)(bytes, quality).then((br) => writeFile(join(folder, `${name}.br`), br)),
    promisify(gzip)(bytes).then((gz) => writeFile(join(folder, `${name}.gz`), gz)),
  ])
}
