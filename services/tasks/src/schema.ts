import { AgencyOpenObstaclesResolver } from "./obstacle/open-obstacles.ts"
import "reflect-metadata"
import { subgraphSchema } from "@plan43/subgraph"
import { agencyReference } from "./agency/agency.ts"
import { AgencyTasksResolver } from "./agency/agency-tasks.resolver.ts"
import { DeadlineResolver } from "./deadline/deadline.resolver.ts"
import { TaskDecisionResolver } from "./decision/decision.resolver.ts"
import { decisionById } from "./decision/task-decision.ts"
import { extensionById } from "./extension/deadline-extension.ts"
import { DeadlineExtensionResolver } from "./extension/extension.resolver.ts"
import { indicatorReference } from "./indicator/indicator.ts"
import { MorningItemResolver, MorningResolver } from "./morning/morning.resolver.ts"
import { obligationById as taskObligationById } from "./obligation/obligation.loader.ts"
import { TaskObligationResolver } from "./obligation/obligation.resolver.ts"
import { ObligationPhaseResolver } from "./obligation/obligation-phase.resolver.ts"
import { obstacleById } from "./obstacle/find-obstacles.ts"
import {
  IndicatorObstaclesResolver,
  ObstacleDocumentResolver,
  ObstacleResolver,
  TaskObstaclesResolver,
} from "./obstacle/obstacle.resolver.ts"
import { ObstacleTermResolver } from "./obstacle/obstacle-term.resolver.ts"
import { TaskPeriodResolver } from "./period/task-period.resolver.ts"
import { measureById, obligationById, planById, sectionById } from "./plan/plan.loader.ts"
import {
  PlanMeasureResolver,
  PlanObligationResolver,
  PlanResolver,
  PlanSectionResolver,
} from "./plan/plan.resolver.ts"
import { reportById } from "./progress/report.loader.ts"
import { ProgressReportResolver } from "./progress/report.resolver.ts"
import { ResultDocumentResolver } from "./progress/result-document.resolver.ts"
import { reminderById } from "./reminder/find-reminders.ts"
import {
  AgencyToRemindResolver,
  ObligationRemindersResolver,
  ReminderItemResolver,
  ReminderLetterResolver,
  TaskRemindersResolver,
} from "./reminder/reminder.resolver.ts"
import { TaskSummaryResolver } from "./summary/task-summary.resolver.ts"
import { taskById } from "./task/task.loader.ts"
import { SectionTasksResolver, TaskPhaseResolver, TaskResolver } from "./task/task.resolver.ts"
import { DocumentSuggestionResolver } from "./trigger/suggestion/suggestion.resolver.ts"
import { triggerById } from "./trigger/trigger.loader.ts"
import { RecordedDocumentResolver, TriggerResolver } from "./trigger/trigger.resolver.ts"
import { TriggerRecordingResolver } from "./trigger/trigger-recording.resolver.ts"
import { VerificationResolver } from "./verification/verification.resolver.ts"
import { WorkingDayResolver } from "./working-day/working-day.resolver.ts"

/** The graph of plans, tasks and the documents they wait for. */
export const tasksSchema = subgraphSchema({
  resolvers: [
    AgencyTasksResolver,
    AgencyToRemindResolver,
    DeadlineExtensionResolver,
    DeadlineResolver,
    MorningItemResolver,
    MorningResolver,
    DocumentSuggestionResolver,
    AgencyOpenObstaclesResolver,
    IndicatorObstaclesResolver,
    ObligationRemindersResolver,
    ObstacleDocumentResolver,
    ObstacleResolver,
    ObstacleTermResolver,
    PlanMeasureResolver,
    PlanObligationResolver,
    PlanResolver,
    PlanSectionResolver,
    ProgressReportResolver,
    ResultDocumentResolver,
    RecordedDocumentResolver,
    ReminderItemResolver,
    ReminderLetterResolver,
    SectionTasksResolver,
    TaskObstaclesResolver,
    TaskDecisionResolver,
    ObligationPhaseResolver,
    TaskObligationResolver,
    TaskPeriodResolver,
    TaskPhaseResolver,
    TaskRemindersResolver,
    TaskResolver,
    TaskSummaryResolver,
    TriggerRecordingResolver,
    TriggerResolver,
    WorkingDayResolver,
    VerificationResolver,
  ],
  references: {
    Agency: ({ id }) => agencyReference(id),
    Indicator: ({ id }) => indicatorReference(id),
    Obstacle: ({ id }, ctx) => obstacleById(ctx, id),
    DeadlineExtension: ({ id }, ctx) => extensionById(ctx, id),
    Plan: ({ id }, ctx) => planById(ctx, id),
    PlanMeasure: ({ id }, ctx) => measureById(ctx, id),
    PlanObligation: ({ id }, ctx) => obligationById(ctx, id),
    PlanSection: ({ id }, ctx) => sectionById(ctx, id),
    ProgressReport: ({ id }, ctx) => reportById(ctx, id),
    ReminderLetter: ({ id }, ctx) => reminderById(ctx, id),
    Task: ({ id }, ctx) => taskById(ctx, id),
    TaskDecision: ({ id }, ctx) => decisionById(ctx, id),
    TaskObligation: ({ id }, ctx) => taskObligationById(ctx, id, ctx.today),
    Trigger: ({ id }, ctx) => triggerById(ctx, id),
  },
})
