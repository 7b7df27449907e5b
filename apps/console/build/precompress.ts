import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Plugin } from "vite"

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/

/** Below this many bytes a compressed copy saves nothing worth a file. */
const SMALLEST = 1024

/**
 * Puts a `.br` and a `.gz` neighbour beside every file of text, for the gateway to send as they are. Reads
 * what was written: Vite changes chunks until then.
 */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    async writeBundle({ dir = "dist" }, bundle) {
      const names = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name))
      await Promise.all(
        names.map(async (name) => {
          const content = await readFile(join(dir, name))
          if (content.length < SMALLEST) return
          const [br, gz] = await Promise.all([
            brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
            gzipped(content, { level: constants.Z_BEST_COMPRESSION }),
          ])
          await writeFile(join(dir, `${name}.br`), br)
          await writeFile(join(dir, `${name}.gz`), gz)
        }),
      )
    },
  }
}
