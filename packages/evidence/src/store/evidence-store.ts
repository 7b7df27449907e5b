import { open, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { S3 } from "@aws-sdk/client-s3"
import { FileStore } from "@tus/file-store"
import type { EvidenceConfiguration } from "../configuration.ts"

/** Where a subgraph keeps the bytes of its files, each under its id; bytes that are not there count as removed. */
export interface EvidenceStore {
  /** What is being uploaded: a folder, so that it takes pieces of any size and knows after a stop how far it was. */
  incoming: IncomingFiles
  /** Keeps a file that was looked at; doing it twice does it once. */
  keep(id: string, content: Buffer, mediaType: string): Promise<void>
  /** Once the row says that a file is kept: what it came in as is needed no more. */
  forgetIncoming(id: string): Promise<void>
  /** @throws Error when the bytes are not there */
  read(id: string): Promise<Readable>
  remove(id: string): Promise<void>
  /** The ids of what came in and is neither kept nor removed yet, as far as it lies apart from what is kept. */
  unfinished(): Promise<string[]>
}

/** Where files of a subgraph come in. */
export class IncomingFiles extends FileStore {
  /** @throws Error when the bytes are not there, before any is read */
  async open(id: string): Promise<Readable> {
    const file = await open(join(this.directory, id))
    return file.createReadStream()
  }

  override async remove(id: string): Promise<void> {
    await rm(join(this.directory, id), { force: true })
    await rm(join(this.directory, `${id}.json`), { force: true })
  }

  async ids(): Promise<string[]> {
    const names = await readdir(this.directory)
    return [...new Set(names.map((name) => name.replace(/\.json$/, "")))]
  }
}

/** On a disk, files of subgraphs lie in folders of their own; in a bucket, identifiers keep them apart. */
export function openStore(configuration: EvidenceConfiguration, subgraph: string): EvidenceStore {
  const incoming = new IncomingFiles({ directory: join(configuration.directory, subgraph) })
  return configuration.store === "file" ? folder(incoming) : bucket(incoming, configuration)
}

/** What came in stays where it is. */
function folder(incoming: IncomingFiles): EvidenceStore {
  return {
    incoming,
    keep: async () => undefined,
    forgetIncoming: async () => undefined,
    read: (id) => incoming.open(id),
    remove: (id) => incoming.remove(id),
    unfinished: async () => [],
  }
}

function bucket(
  incoming: IncomingFiles,
  {
    bucket: Bucket,
    region,
    endpoint,
    accessKeyId,
    secretAccessKey,
  }: Extract<EvidenceConfiguration, { store: "s3" }>,
): EvidenceStore {
  const s3 = new S3({
    region,
    credentials: { accessKeyId, secretAccessKey },
    ...(endpoint !== null && { endpoint, forcePathStyle: true }),
    // Not every store that speaks S3 knows the newer sums; the row has a SHA-256 of its own.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  })
  return {
    incoming,
    async keep(id, content, mediaType) {
      await s3.putObject({ Bucket, Key: id, Body: content, ContentType: mediaType })
    },
    forgetIncoming: (id) => incoming.remove(id),
    async read(id) {
      const { Body } = await s3.getObject({ Bucket, Key: id })
      if (!(Body instanceof Readable)) throw new Error(`the bucket answers nothing for ${id}`)
      return Body
    },
    async remove(id) {
      await s3.deleteObject({ Bucket, Key: id })
      await incoming.remove(id)
    },
    unfinished: () => incoming.ids(),
  }
}
