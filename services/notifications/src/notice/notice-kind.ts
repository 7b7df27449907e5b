import type { Role } from "@plan43/authorization"
import type { EventType } from "@plan43/outbox"
import type { NoticeTopic } from "./notice-topic.ts"

/** Who is told of something, and under which heading. */
export interface NoticeKind {
  topic: NoticeTopic
  /** Whether the people of the agencies that it concerns are told. */
  toAgencies: boolean
  /** Whoever has one of the roles is told, too. */
  toRoles: readonly Role[]
  /** Whether the one person is told whose assignment the event names. */
  toAssigned?: true
}

const toAgencies = (topic: NoticeTopic, ...toRoles: Role[]): NoticeKind => ({
  topic,
  toAgencies: true,
  toRoles,
})
const toRoles = (topic: NoticeTopic, ...roles: Role[]): NoticeKind => ({
  topic,
  toAgencies: false,
  toRoles: roles,
})

/** What nobody is told of by a notice: other services follow it, or only whoever did it has to know. */
export const silent = [
  "assignment.changed",
  "report.entered",
  "report.file-taken",
] as const satisfies readonly EventType[]

/** By what happened: coordinators are told of what agencies do, agencies of what is decided about them, a person of what is asked of them alone. */
const NOTICE_KINDS: Readonly<Record<Exclude<EventType, (typeof silent)[number]>, NoticeKind>> = {
  "progress.reported": toRoles("PROGRESS", "COORDINATOR"),
  "progress.confirmed": toAgencies("PROGRESS"),
  "progress.returned": toAgencies("PROGRESS"),
  "task.suspended": toAgencies("PROGRESS"),
  "task.cancelled": toAgencies("PROGRESS"),
  "task.reopened": toAgencies("PROGRESS"),
  "task.due-in": toAgencies("DEADLINES"),
  "task.overdue": toAgencies("DEADLINES"),
  "agency.answers-due": toAgencies("DEADLINES"),
  "agency.answers-missing": toAgencies("DEADLINES"),
  "extension.requested": toRoles("DEADLINES", "COORDINATOR"),
  "extension.decided": toAgencies("DEADLINES"),
  "document.issued": toAgencies("DOCUMENTS"),
  "document.corrected": toAgencies("DOCUMENTS"),
  "document.revoked": toAgencies("DOCUMENTS"),
  "document.replaced": toAgencies("DOCUMENTS"),
  "document.repealed": toAgencies("DOCUMENTS"),
  "document.watcher-appointed": { ...toRoles("DOCUMENTS"), toAssigned: true },
  "observation.recorded": toRoles("INDICATORS", "COORDINATOR"),
  "observation.corrected": toRoles("INDICATORS", "COORDINATOR"),
  "indicator.judged": toAgencies("INDICATORS"),
  "obstacle.raised": toRoles("OBSTACLES", "COORDINATOR"),
  "obstacle.screened": toAgencies("OBSTACLES"),
  "obstacle.merged": toAgencies("OBSTACLES"),
  "obstacle.unmerged": toAgencies("OBSTACLES", "COORDINATOR"),
  "obstacle.sent-up": toAgencies("OBSTACLES", "CITY_LEADER"),
  "obstacle.decided": toAgencies("OBSTACLES", "COORDINATOR"),
  "obstacle.answered": toAgencies("OBSTACLES"),
  "obstacle.withdrawn": toAgencies("OBSTACLES", "COORDINATOR"),
  "reminder.sent": toAgencies("REMINDERS"),
  "reminder.escalated": toAgencies("REMINDERS", "CITY_LEADER"),
  "round.opened": toAgencies("REPORTS"),
  "report.submitted": toAgencies("REPORTS"),
  "report.sent-back": toAgencies("REPORTS"),
  "report.approved": toAgencies("REPORTS"),
  "report.sent": toRoles("REPORTS", "COORDINATOR"),
  "report.accepted": toAgencies("REPORTS"),
  "report.returned": toAgencies("REPORTS"),
  "report.reminded": toAgencies("REPORTS"),
  "report.due-in": toAgencies("REPORTS"),
  "report.overdue": toAgencies("REPORTS"),
  "agency.changed": toAgencies("AGENCIES", "COORDINATOR"),
  "agency.weekly-digest": toAgencies("DIGEST"),
}

const KINDS: ReadonlyMap<string, NoticeKind> = new Map(Object.entries(NOTICE_KINDS))

/** @returns null for what nobody is told of by a notice */
export function noticeKindOf(what: string): NoticeKind | null {
  return KINDS.get(what) ?? null
}

/** Everything that somebody is told of by a notice. */
export const told: readonly string[] = [...KINDS.keys()]
