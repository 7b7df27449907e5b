import { rm } from "node:fs/promises"
import { join } from "node:path"
import { Readable } from "node:stream"
import { FileStore } from "@tus/file-store"
import { S3Store } from "@tus/s3-store"
import type { DataStore } from "@tus/server"
import type { EvidenceConfiguration } from "../configuration.ts"

/** Where a subgraph keeps the bytes of its files, each under its id; bytes that are not there count as removed. */
export type EvidenceStore = DataStore & {
  /** @throws Error when the bytes are not there */
  bytesOf(id: string): Promise<Readable>
}

/** The least that S3 takes as a part of an object: what comes in smaller pieces is gathered to it. */
const PART_BYTES = 5 * 1024 * 1024

/** On a disk, files of subgraphs lie in folders of their own; in a bucket, identifiers keep them apart. */
export function openStore(configuration: EvidenceConfiguration, subgraph: string): EvidenceStore {
  if (configuration.store === "file") return new FolderStore(join(configuration.directory, subgraph))
  return new BucketStore(configuration)
}

class FolderStore extends FileStore implements EvidenceStore {
  constructor(directory: string) {
    super({ directory })
  }

  async bytesOf(id: string): Promise<Readable> {
    return this.read(id)
  }

  override async remove(id: string): Promise<void> {
    await rm(join(this.directory, id), { force: true })
    await rm(join(this.directory, `${id}.json`), { force: true })
  }
}

class BucketStore extends S3Store implements EvidenceStore {
  constructor({
    bucket,
    region,
    endpoint,
    accessKeyId,
    secretAccessKey,
  }: Extract<EvidenceConfiguration, { store: "s3" }>) {
    super({
      partSize: PART_BYTES,
      minPartSize: PART_BYTES,
      // Not every store that speaks S3 knows tags; what is abandoned is swept by the subgraph.
      useTags: false,
      s3ClientConfig: {
        bucket,
        region,
        credentials: { accessKeyId, secretAccessKey },
        ...(endpoint !== null && { endpoint, forcePathStyle: true }),
      },
    })
  }

  async bytesOf(id: string): Promise<Readable> {
    return Readable.from(await this.read(id))
  }

  /** Also of a finished upload, whose parts are no longer there to be given up. */
  override async remove(id: string): Promise<void> {
    try {
      const { "upload-id": uploadId } = await this.getMetadata(id)
      await this.client.abortMultipartUpload({ Bucket: this.bucket, Key: id, UploadId: uploadId })
    } catch (error) {
      if (!isAbsence(error)) throw error
    }
    const keys = [id, this.partKey(id, true), this.infoKey(id)]
    for (const Key of keys) await this.client.deleteObject({ Bucket: this.bucket, Key })
    await this.clearCache(id)
  }
}

const ABSENCES: ReadonlySet<string> = new Set(["NoSuchKey", "NoSuchUpload", "NotFound"])

function isAbsence(error: unknown): boolean {
  return error instanceof Error && ABSENCES.has(error.name)
}
