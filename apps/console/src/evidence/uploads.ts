import { useCallback, useEffect, useRef, useState } from "react"
import { type FileHolder, FileUpload, type UploadProgress } from "./file-upload.ts"

/** The uploads of one field, by the keys of its files. */
export interface Uploads {
  progress: ReadonlyMap<string, UploadProgress>
  begin(key: string, file: File, onReady: (id: string) => void): void
  pause(key: string): void
  goOn(key: string): void
  giveUp(key: string): void
}

/** Keeps uploads going while the field is shown; those that lost the network go on when it is back. */
export function useUploads(holder: FileHolder): Uploads {
  const uploads = useRef(new Map<string, FileUpload>())
  const [progress, setProgress] = useState<ReadonlyMap<string, UploadProgress>>(new Map())
  const lost = useRef<ReadonlyMap<string, UploadProgress>>(progress)
  lost.current = progress

  const forget = useCallback((key: string) => {
    uploads.current.delete(key)
    setProgress((known) => new Map([...known].filter(([each]) => each !== key)))
  }, [])

  useEffect(() => {
    const goOn = () => {
      for (const [key, { state }] of lost.current) if (state === "LOST") uploads.current.get(key)?.goOn()
    }
    window.addEventListener("online", goOn)
    return () => window.removeEventListener("online", goOn)
  }, [])

  useEffect(() => {
    const { current } = uploads
    // What was begun stays where it is: choosing the file again goes on with it.
    return () => {
      for (const upload of current.values()) void upload.pause()
    }
  }, [])

  return {
    progress,
    begin(key, file, onReady) {
      const upload = new FileUpload(file, holder, {
        onProgress: (now) => setProgress((known) => new Map(known).set(key, now)),
        onReady: (id) => {
          forget(key)
          onReady(id)
        },
      })
      uploads.current.set(key, upload)
      void upload.begin()
    },
    pause: (key) => void uploads.current.get(key)?.pause(),
    goOn: (key) => uploads.current.get(key)?.goOn(),
    giveUp(key) {
      void uploads.current.get(key)?.giveUp()
      forget(key)
    },
  }
}
