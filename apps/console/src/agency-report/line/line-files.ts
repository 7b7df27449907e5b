import { type AttachedFile, attachedOf } from "../../evidence/attached-file.ts"

/**
 * The files of a field after somebody else attached some or took some off: theirs are followed, one's own changes stay.
 * @param files what the field holds
 * @param before the identifiers of what was attached when the field last followed
 * @param now what is attached now
 */
export function filesFollowed(
  files: readonly AttachedFile[],
  before: readonly string[],
  now: readonly { id: string; name: string; size: number }[],
): AttachedFile[] {
  const removed = before.filter((id) => !files.some((file) => file.id === id))
  const kept = attachedOf(now)
    .filter(({ key }) => !removed.includes(key))
    .map((file) => files.find(({ id }) => id === file.id) ?? file)
  const added = files.filter(
    ({ id }) => id === null || !(before.includes(id) || now.some((each) => each.id === id)),
  )
  return [...kept, ...added]
}

/** Whether all files of a field are uploaded, and attached as they stand there. */
export function areAttached(files: readonly AttachedFile[], attached: readonly { id: string }[]): boolean {
  return files.length === attached.length && files.every(({ id }, index) => id === attached[index]?.id)
}
