import type { NoticeData } from "../inbox/inbox-entry.ts"

/** What a notice is about. */
export interface NoticeSubject {
  /** The type of what something happened to, e.g. "TaskObligation". */
  subjectKind: string
  subjectId: string
  data: NoticeData
}

/**
 * Where the console shows what a notice is about, e.g. "/nhiem-vu/18".
 * @returns the inbox where it has no page of its own
 */
export function noticePath({ subjectKind, subjectId, data }: NoticeSubject): string {
  const id = encodeURIComponent(subjectId)
  const task = onlyTaskOf(data)
  switch (subjectKind) {
    case "Obstacle":
      return `/vuong-mac/${id}`
    case "Trigger":
      return `/van-ban-cho/${id}`
    case "ReminderLetter":
      return `/don-doc/${id}`
    case "ReportingRound":
    case "Round": // as notices of earlier versions call it
      return `/ky-bao-cao/${id}`
    case "AgencyReport":
      return `/bao-cao/${id}`
    case "TaskObligation":
      if (task !== undefined) return `/nhiem-vu/${encodeURIComponent(task)}/nghia-vu/${id}`
      break
    case "Agency":
      return data.overdue === undefined && data.partName === undefined ? "/co-quan/sap-xep" : "/sang-nay"
  }
  if (task !== undefined) return `/nhiem-vu/${encodeURIComponent(task)}`
  if (data.indicatorCode != null) return `/chi-tieu/${encodeURIComponent(data.indicatorCode)}`
  return "/thong-bao"
}

function onlyTaskOf({ taskCode, taskCodes = [] }: NoticeData): string | undefined {
  return taskCode ?? (taskCodes.length === 1 ? taskCodes[0] : undefined)
}
