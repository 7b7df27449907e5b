import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import type { Plugin } from "vite"

const brotli = promisify(brotliCompress)
const gzipped = promisify(gzip)

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest)$/

/** Below this many bytes a compressed copy saves nothing worth a file. */
const SMALLEST = 1024

/** Puts a `.br` and a `.gz` neighbour beside every file of text, for the gateway to send as they are. */
export function precompress(): Plugin {
  return {
    name: "precompress",
    apply: "build",
    enforce: "post",
    async generateBundle(_options, bundle) {
      await Promise.all(
        Object.values(bundle).map(async (file) => {
          const content = Buffer.from(file.type === "chunk" ? file.code : file.source)
          if (!COMPRESSIBLE.test(file.fileName) || content.length < SMALLEST) return
          const [br, gz] = await Promise.all([
            brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }),
            gzipped(content, { level: constants.Z_BEST_COMPRESSION }),
          ])
          this.emitFile({ type: "asset", fileName: `${file.fileName}.br`, source: br })
          this.emitFile({ type: "asset", fileName: `${file.fileName}.gz`, source: gz })
        }),
      )
    },
  }
}
