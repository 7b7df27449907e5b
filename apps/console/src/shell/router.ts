import { createRouter } from "@tanstack/react-router"
import { agencyDetailRoute } from "../agency/agency-detail.route.ts"
import { agencyRegisterRoute } from "../agency/agency-register.route.ts"
import { changeRegisterRoute } from "../agency-change/change-register.route.ts"
import { newChangeRoute } from "../agency-change/new-change.route.ts"
import { agencyReportRoute } from "../agency-report/agency-report.route.ts"
import { receiptRoute } from "../agency-report/receipt/receipt.route.ts"
import { assignmentChangeRoute } from "../assignment/assignment-change.route.ts"
import { assignmentDetailRoute } from "../assignment/assignment-detail.route.ts"
import { assignmentRegisterRoute } from "../assignment/assignment-register.route.ts"
import { newAssignmentRoute } from "../assignment/new-assignment.route.ts"
import { clientChangeRoute } from "../client/client-change.route.ts"
import { clientDetailRoute } from "../client/client-detail.route.ts"
import { clientRegisterRoute } from "../client/client-register.route.ts"
import { newClientRoute } from "../client/new-client.route.ts"
import { activityChangeRoute } from "../cooperation/activity/activity-change.route.ts"
import { activityDetailRoute } from "../cooperation/activity/activity-detail.route.ts"
import { activityRegisterRoute } from "../cooperation/activity/activity-register.route.ts"
import { newActivityRoute } from "../cooperation/activity/new-activity.route.ts"
import { agreementChangeRoute } from "../cooperation/agreement/agreement-change.route.ts"
import { agreementDetailRoute } from "../cooperation/agreement/agreement-detail.route.ts"
import { agreementRegisterRoute } from "../cooperation/agreement/agreement-register.route.ts"
import { newAgreementRoute } from "../cooperation/agreement/new-agreement.route.ts"
import { expertChangeRoute } from "../cooperation/expert/expert-change.route.ts"
import { expertDetailRoute } from "../cooperation/expert/expert-detail.route.ts"
import { expertRegisterRoute } from "../cooperation/expert/expert-register.route.ts"
import { newExpertRoute } from "../cooperation/expert/new-expert.route.ts"
import { newPartnerRoute } from "../cooperation/partner/new-partner.route.ts"
import { partnerChangeRoute } from "../cooperation/partner/partner-change.route.ts"
import { partnerDetailRoute } from "../cooperation/partner/partner-detail.route.ts"
import { partnerRegisterRoute } from "../cooperation/partner/partner-register.route.ts"
import { programmeDetailRoute } from "../cooperation/programme/programme-detail.route.ts"
import { programmeRegisterRoute } from "../cooperation/programme/programme-register.route.ts"
import { deliveryRegisterRoute } from "../delivery/delivery-register.route.ts"
import { historyRoute } from "../history/history.route.ts"
import { inboxRoute } from "../inbox/inbox.route.ts"
import { closedPeriodsRoute } from "../indicator/closing/closed-periods.route.ts"
import { directedTargetRecordRoute } from "../indicator/directive/directed-target-record.route.ts"
import { frequencyChangeRoute } from "../indicator/frequency-change.route.ts"
import { indicatorDetailRoute } from "../indicator/indicator-detail.route.ts"
import { indicatorRegisterRoute } from "../indicator/indicator-register.route.ts"
import { judgementChangeRoute } from "../indicator/judgement/judgement-change.route.ts"
import { newJudgementRoute } from "../indicator/judgement/new-judgement.route.ts"
import { newObservationRoute } from "../indicator/observation/new-observation.route.ts"
import { observationChangeRoute } from "../indicator/observation/observation-change.route.ts"
import { baselineRecordRoute } from "../indicator/path/baseline-record.route.ts"
import { milestoneChangeRoute } from "../indicator/path/milestone-change.route.ts"
import { newMilestoneRoute } from "../indicator/path/new-milestone.route.ts"
import { morningRoute } from "../morning/morning.route.ts"
import { newObstacleRoute } from "../obstacle/new-obstacle.route.ts"
import { obstacleDetailRoute } from "../obstacle/obstacle-detail.route.ts"
import { obstacleRegisterRoute } from "../obstacle/obstacle-register.route.ts"
import { obstacleTermsRoute } from "../obstacle/obstacle-terms.route.ts"
import { overviewRoute } from "../overview/overview.route.ts"
import { planRoute } from "../plan/plan.route.ts"
import { decideTaskRoute } from "../progress/decide-task.route.ts"
import { newReportRoute } from "../progress/new-report.route.ts"
import { obligationDetailRoute } from "../progress/obligation-detail.route.ts"
import { requestExtensionRoute } from "../progress/request-extension.route.ts"
import { verificationQueueRoute } from "../progress/verification-queue.route.ts"
import { publicationRoute } from "../publication/publication.route.ts"
import { remindAgencyRoute } from "../reminder/remind-agency.route.ts"
import { reminderDetailRoute } from "../reminder/reminder-detail.route.ts"
import { reminderOverviewRoute } from "../reminder/reminder-overview.route.ts"
import { cityReportRoute } from "../round/city-report/city-report.route.ts"
import { newRoundRoute } from "../round/new-round.route.ts"
import { roundChangeRoute } from "../round/round-change.route.ts"
import { roundDetailRoute } from "../round/round-detail.route.ts"
import { roundRegisterRoute } from "../round/round-register.route.ts"
import { agencyScorecardRoute } from "../scorecard/agency-scorecard.route.ts"
import { freezeScorecardsRoute } from "../scorecard/freeze-scorecards.route.ts"
import { newMethodRoute } from "../scorecard/new-method.route.ts"
import { personScorecardRoute } from "../scorecard/person-scorecard.route.ts"
import { scoreMethodRoute } from "../scorecard/score-method.route.ts"
import { scorecardRegisterRoute } from "../scorecard/scorecard-register.route.ts"
import { taskDetailRoute } from "../task/task-detail.route.ts"
import { taskRegisterRoute } from "../task/task-register.route.ts"
import { newTemplateRoute } from "../template/new-template.route.ts"
import { templateChangeRoute } from "../template/template-change.route.ts"
import { templateDetailRoute } from "../template/template-detail.route.ts"
import { templateRegisterRoute } from "../template/template-register.route.ts"
import { documentDetailRoute } from "../trigger/document-detail.route.ts"
import { endDocumentRoute } from "../trigger/end-document.route.ts"
import { knownDocumentsRoute } from "../trigger/known-documents.route.ts"
import { mergeDocumentRoute } from "../trigger/merge-document.route.ts"
import { mergeProposalsRoute } from "../trigger/merge-proposals.route.ts"
import { recordDocumentRoute } from "../trigger/record-document.route.ts"
import { triggerRegisterRoute } from "../trigger/trigger-register.route.ts"
import { calendarDayRoute } from "../working-day/calendar-day.route.ts"
import { calendarYearRoute } from "../working-day/calendar-year.route.ts"
import { newCalendarDayRoute } from "../working-day/new-calendar-day.route.ts"
import { rootRoute } from "./root-route.tsx"
import { readQuery, writeQuery } from "./search-text.ts"

/** Every screen of the console. Each loads its code when it is first visited. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overviewRoute,
    taskRegisterRoute,
    taskDetailRoute,
    obligationDetailRoute,
    newReportRoute,
    requestExtensionRoute,
    decideTaskRoute,
    morningRoute,
    verificationQueueRoute,
    indicatorRegisterRoute,
    indicatorDetailRoute,
    closedPeriodsRoute,
    newObservationRoute,
    observationChangeRoute,
    baselineRecordRoute,
    newMilestoneRoute,
    milestoneChangeRoute,
    newJudgementRoute,
    judgementChangeRoute,
    directedTargetRecordRoute,
    frequencyChangeRoute,
    agencyRegisterRoute,
    changeRegisterRoute,
    newChangeRoute,
    agencyDetailRoute,
    programmeRegisterRoute,
    programmeDetailRoute,
    partnerRegisterRoute,
    newPartnerRoute,
    partnerDetailRoute,
    partnerChangeRoute,
    agreementRegisterRoute,
    newAgreementRoute,
    agreementDetailRoute,
    agreementChangeRoute,
    activityRegisterRoute,
    newActivityRoute,
    activityDetailRoute,
    activityChangeRoute,
    expertRegisterRoute,
    newExpertRoute,
    expertDetailRoute,
    expertChangeRoute,
    triggerRegisterRoute,
    knownDocumentsRoute,
    mergeProposalsRoute,
    documentDetailRoute,
    recordDocumentRoute,
    endDocumentRoute,
    mergeDocumentRoute,
    planRoute,
    assignmentRegisterRoute,
    newAssignmentRoute,
    assignmentDetailRoute,
    assignmentChangeRoute,
    clientRegisterRoute,
    newClientRoute,
    clientDetailRoute,
    clientChangeRoute,
    historyRoute,
    obstacleRegisterRoute,
    newObstacleRoute,
    obstacleTermsRoute,
    obstacleDetailRoute,
    reminderOverviewRoute,
    remindAgencyRoute,
    reminderDetailRoute,
    inboxRoute,
    deliveryRegisterRoute,
    calendarYearRoute,
    newCalendarDayRoute,
    calendarDayRoute,
    roundRegisterRoute,
    newRoundRoute,
    templateRegisterRoute,
    newTemplateRoute,
    templateDetailRoute,
    templateChangeRoute,
    roundDetailRoute,
    cityReportRoute,
    roundChangeRoute,
    publicationRoute,
    agencyReportRoute,
    receiptRoute,
    scorecardRegisterRoute,
    agencyScorecardRoute,
    personScorecardRoute,
    scoreMethodRoute,
    newMethodRoute,
    freezeScorecardsRoute,
  ]),
  parseSearch: (query) => readQuery(query.replace(/^\?/, "")),
  stringifySearch: writeQuery,
  defaultPreload: "intent",
  scrollRestoration: true,
})

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router
  }
}
