import { DetailedError, Upload } from "tus-js-client"

/** The subgraphs that keep files. */
export type FileHolder = "tasks" | "indicators" | "reporting"

/** How far an upload is. */
export interface UploadProgress {
  /**
   * SENDING; CHECKING: all was sent and is looked at; PAUSED by the person; LOST: no network, it goes on by itself;
   * REFUSED: the file is not taken.
   */
  state: "SENDING" | "CHECKING" | "PAUSED" | "LOST" | "REFUSED"
  /** Bytes that arrived. */
  sent: number
  /** Why it is not taken, in Vietnamese; null where the system said nothing of use. */
  message: string | null
}

export interface UploadEvents {
  onProgress(progress: UploadProgress): void
  /** @param id under which a record names the file */
  onReady(id: string): void
}

/** Small enough to go within half a minute on a slow line: what takes longer is cut off and begun again. */
const PIECE_BYTES = 512 * 1024

/** Waits before it is tried again by itself, in milliseconds. */
const RETRIES = [500, 1500, 4000]

/** A file on its way to a subgraph. Choosing the same file again goes on where it was left, also after a restart. */
export class FileUpload {
  readonly #upload: Upload
  readonly #events: UploadEvents
  readonly #size: number
  #sent = 0

  constructor(file: File, holder: FileHolder, events: UploadEvents) {
    this.#events = events
    this.#size = file.size
    this.#upload = new Upload(file, {
      endpoint: `/files/${holder}/uploads`,
      chunkSize: PIECE_BYTES,
      retryDelays: RETRIES,
      removeFingerprintOnSuccess: true,
      metadata: { filename: file.name },
      onProgress: (sent) => this.#tell(sent === this.#size ? "CHECKING" : "SENDING", sent),
      onSuccess: () => events.onReady(idIn(this.#upload.url)),
      onError: (error) => {
        const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined
        if (status === undefined || status >= 500 || status === 429) this.#tell("LOST", this.#sent, error)
        else this.#tell("REFUSED", this.#sent, error)
      },
    })
  }

  async begin(): Promise<void> {
    const [earlier] = await this.#upload.findPreviousUploads()
    if (earlier !== undefined) this.#upload.resumeFromPreviousUpload(earlier)
    this.goOn()
  }

  goOn(): void {
    this.#tell("SENDING", this.#sent)
    this.#upload.start()
  }

  async pause(): Promise<void> {
    await this.#upload.abort()
    this.#tell("PAUSED", this.#sent)
  }

  /** Gives it up; what arrived is removed. */
  async giveUp(): Promise<void> {
    const begun = this.#upload.url !== null
    await this.#upload.abort(begun).catch(() => undefined)
  }

  #tell(state: UploadProgress["state"], sent: number, error?: Error): void {
    this.#sent = sent
    this.#events.onProgress({ state, sent, message: error === undefined ? null : messageIn(error) })
  }
}

/** Removes a file that is attached to nothing yet; of one that is, nothing changes. */
export async function removeUploaded(holder: FileHolder, id: string): Promise<void> {
  await fetch(`/files/${holder}/uploads/${id}`, {
    method: "DELETE",
    headers: { "tus-resumable": "1.0.0" },
  }).catch(() => undefined)
}

function idIn(url: string | null): string {
  return url?.slice(url.lastIndexOf("/") + 1) ?? ""
}

function messageIn(error: Error): string | null {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined
  try {
    const { errors } = JSON.parse(body ?? "") as { errors?: { message?: unknown }[] }
    const message = errors?.[0]?.message
    return typeof message === "string" ? message : null
  } catch {
    return null
  }
}
