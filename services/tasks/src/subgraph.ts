import "reflect-metadata"
import { followAgencies } from "@plan43/agency-scope"
import { forgettingTaken } from "@plan43/outbox"
import type { SubgraphDefinition } from "@plan43/subgraph"
import { AgencyMention } from "./agency/agency-mention.ts"
import { Deadline } from "./deadline/deadline.ts"
import { TaskDecision } from "./decision/task-decision.ts"
import { dueNotices } from "./due-notice/due-notices.ts"
import { files } from "./evidence/files-of-tasks.ts"
import { DeadlineExtension } from "./extension/deadline-extension.ts"
import { Migration20261124000000 } from "./migrations/20261124000000-plan-and-tasks.ts"
import { Migration20261125000000 } from "./migrations/20261125000000-audit-author.ts"
import { Migration20261125160000 } from "./migrations/20261125160000-deadline-kind.ts"
import { Migration20261126110000 } from "./migrations/20261126110000-published-reports.ts"
import { Migration20261126120000 } from "./migrations/20261126120000-audit-search.ts"
import { Migration20261127000000 } from "./migrations/20261127000000-outbox.ts"
import { Migration20261127010000 } from "./migrations/20261127010000-progress.ts"
import { Migration20261127030000 } from "./migrations/20261127030000-recorded-documents.ts"
import { Migration20261127050000 } from "./migrations/20261127050000-obstacles.ts"
import { Migration20261127050100 } from "./migrations/20261127050100-reminders.ts"
import { Migration20261127050200 } from "./migrations/20261127050200-files-of-obstacles.ts"
import { Migration20261127060000 } from "./migrations/20261127060000-change-signals.ts"
import { Migration20261127060100 } from "./migrations/20261127060100-due-notices.ts"
import { Migration20261127070000 } from "./migrations/20261127070000-dated-agencies.ts"
import { Migration20261127070100 } from "./migrations/20261127070100-who-owes.ts"
import { Migration20261127072000 } from "./migrations/20261127072000-outbox-place.ts"
import { Migration20261127073000 } from "./migrations/20261127073000-audit-chain.ts"
import { Migration20261127080000 } from "./migrations/20261127080000-evidence-files.ts"
import { Migration20261127080100 } from "./migrations/20261127080100-files-of-documents.ts"
import { Migration20261127080200 } from "./migrations/20261127080200-simulation.ts"
import { Migration20261128010100 } from "./migrations/20261128010100-progress-by-agency.ts"
import { Migration20261128010200 } from "./migrations/20261128010200-members-by-class.ts"
import { Migration20261128010300 } from "./migrations/20261128010300-outbox-place-seen.ts"
import { Migration20261128020000 } from "./migrations/20261128020000-files-and-indicators.ts"
import { Migration20261128030000 } from "./migrations/20261128030000-part-due-notices.ts"
import { Migration20261128030100 } from "./migrations/20261128030100-calendar-documents.ts"
import { Migration20261128040000 } from "./migrations/20261128040000-divided-agencies.ts"
import { Migration20261128040100 } from "./migrations/20261128040100-who-owes-after-a-split.ts"
import { Migration20261128040200 } from "./migrations/20261128040200-appointed-watchers.ts"
import { Migration20261128060000 } from "./migrations/20261128060000-outbox-readers.ts"
import { Migration20261128070000 } from "./migrations/20261128070000-shown-to-reporting.ts"
import { Migration20261129020000 } from "./migrations/20261129020000-obstacles-shown.ts"
import { Migration20261129030000 } from "./migrations/20261129030000-sensitive-tasks.ts"
import { Migration20261129040100 } from "./migrations/20261129040100-shown-to-scorecards.ts"
import { Migration20261130020100 } from "./migrations/20261130020100-calendar-shown.ts"
import { Migration20261201030000 } from "./migrations/20261201030000-reopened-period.ts"
import { TaskObligation } from "./obligation/task-obligation.ts"
import { TaskResponsible } from "./obligation/task-responsible.ts"
import { Obstacle } from "./obstacle/obstacle.ts"
import { ObstacleTerm } from "./obstacle/obstacle-term.ts"
import { Plan } from "./plan/plan.ts"
import { PlanMeasure } from "./plan/plan-measure.ts"
import { PlanObligation } from "./plan/plan-obligation.ts"
import { PlanSection } from "./plan/plan-section.ts"
import { ProgressReport } from "./progress/progress-report.ts"
import { ResultDocument } from "./progress/result-document.ts"
import { AgencyToRemind } from "./reminder/find-to-remind.ts"
import { ReminderLetter } from "./reminder/reminder-letter.ts"
import { tasksSchema } from "./schema.ts"
import { Task } from "./task/task.ts"
import { TaskPhase } from "./task/task-phase.ts"
import { DocumentRecording } from "./trigger/document-recording.ts"
import { Trigger } from "./trigger/trigger.ts"
import { VerificationFact } from "./verification/report-verification.ts"
import { CalendarException } from "./working-day/calendar-exception.ts"

/** The tasks subgraph: plans with their sections, measures and obligations, tasks, awaited documents. */
export const tasks: SubgraphDefinition = {
  name: "tasks",
  schema: tasksSchema,
  entities: [
    AgencyMention,
    AgencyToRemind,
    CalendarException,
    Deadline,
    DeadlineExtension,
    DocumentRecording,
    Obstacle,
    ObstacleTerm,
    Plan,
    PlanMeasure,
    PlanObligation,
    PlanSection,
    ProgressReport,
    ReminderLetter,
    ResultDocument,
    Task,
    TaskDecision,
    TaskObligation,
    TaskPhase,
    TaskResponsible,
    Trigger,
    VerificationFact,
  ],
  migrations: [
    Migration20261124000000,
    Migration20261125000000,
    Migration20261125160000,
    Migration20261126110000,
    Migration20261126120000,
    Migration20261127000000,
    Migration20261127010000,
    Migration20261127030000,
    Migration20261127050000,
    Migration20261127050100,
    Migration20261127050200,
    Migration20261127060000,
    Migration20261127060100,
    Migration20261127070000,
    Migration20261127070100,
    Migration20261127072000,
    Migration20261127073000,
    Migration20261127080000,
    Migration20261127080100,
    Migration20261127080200,
    Migration20261128010100,
    Migration20261128010200,
    Migration20261128010300,
    Migration20261128020000,
    Migration20261128030000,
    Migration20261128030100,
    Migration20261128040000,
    Migration20261128040100,
    Migration20261128040200,
    Migration20261128060000,
    Migration20261128070000,
    Migration20261129020000,
    Migration20261129030000,
    Migration20261129040100,
    Migration20261130020100,
    Migration20261201030000,
  ],
  routes: [...files.routes],
  workers: [followAgencies, forgettingTaken(), ...files.workers, dueNotices],
}
