/**
 * UPLOADING until its last byte was looked at; then READY, or REFUSED for what was found in it. DISCARDED: given up; its
 * bytes go, then its row.
 */
export type FileState = "UPLOADING" | "READY" | "REFUSED" | "DISCARDED"

/** The largest file, in bytes. Source: the issue on following the work, part 8. */
export const LARGEST_FILE = 25 * 1024 * 1024
