import { useLingui } from "@lingui/react/macro"
import { Button, Progress, VisuallyHidden } from "@mantine/core"
import { type DragEvent, useId, useRef, useState } from "react"
import type { FieldValues } from "react-hook-form"
import { type FieldProps, useField } from "../form/use-field.tsx"
import { type AttachedFile, LARGEST_FILE, MOST_FILES, PICKABLE } from "./attached-file.ts"
import styles from "./file-field.module.css"
import { printedSize } from "./file-size.ts"
import { type FileHolder, removeUploaded, type UploadProgress } from "./file-upload.ts"
import { type Uploads, useUploads } from "./uploads.ts"

interface FileFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** Where the record is kept that the files belong to. */
  holder: FileHolder
}

/**
 * Files that prove what a form says, picked or dropped; its value is a list of {@link AttachedFile}, read by
 * {@link attachedFiles}.
 */
export function FileField<Values extends FieldValues>({ holder, ...props }: FileFieldProps<Values>) {
  const { t, i18n } = useLingui()
  const { field, shown } = useField(props)
  const uploads = useUploads(holder)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [said, setSaid] = useState("")
  const [refused, setRefused] = useState<string | null>(null)
  const hint = useId()
  const files: AttachedFile[] = field.value
  // A file that becomes ready changes the list as it then is.
  const latest = useRef(files)
  latest.current = files
  const change = (next: AttachedFile[]) => {
    latest.current = next
    field.onChange(next)
  }

  function add(chosen: readonly File[]) {
    setRefused(null)
    for (const file of chosen) {
      if (latest.current.length >= MOST_FILES) return setRefused(t`Nhiều nhất là ${MOST_FILES} tệp`)
      const { name, size } = file
      if (size > LARGEST_FILE) {
        setRefused(t`Tệp “${name}” lớn ${printedSize(size, i18n.locale)}; nhiều nhất là 25 MB`)
        continue
      }
      if (size === 0) {
        setRefused(t`Tệp “${name}” không có nội dung`)
        continue
      }
      const key = crypto.randomUUID()
      // A row that was left unfinished by an earlier upload of the same file gives way to it.
      const others = latest.current.filter(
        (each) =>
          each.id !== null || each.name !== name || each.size !== size || uploads.progress.has(each.key),
      )
      change([...others, { key, id: null, name, size }])
      uploads.begin(key, file, (id) => {
        change(latest.current.map((each) => (each.key === key ? { ...each, id } : each)))
        setSaid(t`Đã tải xong ${name}`)
      })
    }
  }

  function remove({ key, id, name }: AttachedFile) {
    if (id === null) uploads.giveUp(key)
    else void removeUploaded(holder, id)
    change(latest.current.filter((each) => each.key !== key))
    setSaid(t`Đã gỡ ${name}`)
    input.current?.parentElement?.querySelector("button")?.focus()
  }

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    add([...event.dataTransfer.files])
  }

  const error = refused ?? shown.error
  return (
    <fieldset className={styles.field} aria-describedby={hint}>
      <legend>
        {shown.label}
        {shown.required && <span aria-hidden> *</span>}
      </legend>
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <FileRow
              key={file.key}
              file={file}
              progress={uploads.progress.get(file.key)}
              uploads={uploads}
              onRemove={() => remove(file)}
            />
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first */}
      <div
        className={styles.drop}
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          type="button"
          variant="default"
          size="xs"
          ref={field.ref}
          onBlur={field.onBlur}
          onClick={() => input.current?.click()}
          disabled={files.length >= MOST_FILES}
        >{t`Thêm tệp`}</Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          accept={PICKABLE}
          aria-label={t`Chọn tệp`}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ""
          }}
        />
        <span id={hint} className={styles.hint}>
          {shown.description ??
            t`Hoặc kéo tệp vào đây. PDF, Word, Excel, PowerPoint, ảnh; không có macro; mỗi tệp tới 25 MB`}
        </span>
      </div>
      {error !== undefined && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </fieldset>
  )
}

interface FileRowProps {
  file: AttachedFile
  progress: UploadProgress | undefined
  uploads: Uploads
  onRemove: () => void
}

function FileRow({ file, progress, uploads, onRemove }: FileRowProps) {
  const { t, i18n } = useLingui()
  const { key, name, size, id } = file
  const percent = progress === undefined ? 0 : Math.round((100 * progress.sent) / size)
  return (
    <li className={styles.file}>
      <span>
        <span className={styles.name}>{name}</span>{" "}
        <span className={styles.size}>{printedSize(size, i18n.locale)}</span>
      </span>
      <span className={styles.buttons}>
        {progress?.state === "SENDING" && (
          <Button
            type="button"
            variant="subtle"
            size="compact-sm"
            onClick={() => uploads.pause(key)}
            aria-label={t`Tạm dừng tải ${name}`}
          >
            {t({ message: "Tạm dừng", context: "upload" })}
          </Button>
        )}
        {(progress?.state === "PAUSED" || progress?.state === "LOST") && (
          <Button
            type="button"
            variant="subtle"
            size="compact-sm"
            onClick={() => uploads.goOn(key)}
            aria-label={t`Tải tiếp ${name}`}
          >{t`Tải tiếp`}</Button>
        )}
        <Button
          type="button"
          variant="subtle"
          size="compact-sm"
          onClick={onRemove}
          aria-label={t`Gỡ ${name}`}
        >{t`Gỡ`}</Button>
      </span>
      <span className={styles.progress}>
        {progress !== undefined && progress.state !== "REFUSED" && (
          <Progress.Root size="sm">
            <Progress.Section value={percent} aria-label={t`Tiến độ tải ${name}`} />
          </Progress.Root>
        )}
        <Said id={id} progress={progress} percent={percent} />
      </span>
    </li>
  )
}

interface SaidProps {
  id: string | null
  progress: UploadProgress | undefined
  percent: number
}

/** How far a file is, in words. */
function Said({ id, progress, percent }: SaidProps) {
  const { t } = useLingui()
  if (id !== null)
    return (
      <span className={styles.said} data-tone="good">
        {t`Đã tải xong`}
      </span>
    )
  switch (progress?.state) {
    case "SENDING":
      return <span className={styles.said}>{t`Đã gửi ${percent}%`}</span>
    case "CHECKING":
      return <span className={styles.said}>{t`Đã gửi đủ, đang kiểm tra nội dung…`}</span>
    case "PAUSED":
      return <span className={styles.said}>{t`Đã tạm dừng ở ${percent}%`}</span>
    case "LOST":
      return (
        <span role="alert" className={styles.said} data-tone="trouble">
          {progress.message ?? t`Mất kết nối ở ${percent}%; tải tiếp khi có mạng lại`}
        </span>
      )
    case "REFUSED":
      return (
        <span role="alert" className={styles.said} data-tone="trouble">
          {progress.message ?? t`Hệ thống không nhận tệp này`}
        </span>
      )
    default:
      return (
        <span className={styles.said} data-tone="trouble">
          {t`Chưa tải xong; hãy chọn lại tệp này để tải tiếp, hoặc gỡ đi`}
        </span>
      )
  }
}
