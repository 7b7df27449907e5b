import { createRouter } from "@tanstack/react-router"
import { agencyDetailRoute } from "../agency/agency-detail.route.ts"
import { agencyRegisterRoute } from "../agency/agency-register.route.ts"
import { activityDetailRoute } from "../cooperation/activity/activity-detail.route.ts"
import { activityRegisterRoute } from "../cooperation/activity/activity-register.route.ts"
import { agreementDetailRoute } from "../cooperation/agreement/agreement-detail.route.ts"
import { agreementRegisterRoute } from "../cooperation/agreement/agreement-register.route.ts"
import { expertDetailRoute } from "../cooperation/expert/expert-detail.route.ts"
import { expertRegisterRoute } from "../cooperation/expert/expert-register.route.ts"
import { partnerDetailRoute } from "../cooperation/partner/partner-detail.route.ts"
import { partnerRegisterRoute } from "../cooperation/partner/partner-register.route.ts"
import { programmeDetailRoute } from "../cooperation/programme/programme-detail.route.ts"
import { programmeRegisterRoute } from "../cooperation/programme/programme-register.route.ts"
import { indicatorDetailRoute } from "../indicator/indicator-detail.route.ts"
import { indicatorRegisterRoute } from "../indicator/indicator-register.route.ts"
import { overviewRoute } from "../overview/overview.route.ts"
import { planRoute } from "../plan/plan.route.ts"
import { taskDetailRoute } from "../task/task-detail.route.ts"
import { taskRegisterRoute } from "../task/task-register.route.ts"
import { triggerRegisterRoute } from "../trigger/trigger-register.route.ts"
import { rootRoute } from "./root-route.tsx"
import { readQuery, writeQuery } from "./search-text.ts"

/** Every screen of the console. Each loads its code when it is first visited. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([
    overviewRoute,
    taskRegisterRoute,
    taskDetailRoute,
    indicatorRegisterRoute,
    indicatorDetailRoute,
    agencyRegisterRoute,
    agencyDetailRoute,
    programmeRegisterRoute,
    programmeDetailRoute,
    partnerRegisterRoute,
    partnerDetailRoute,
    agreementRegisterRoute,
    agreementDetailRoute,
    activityRegisterRoute,
    activityDetailRoute,
    expertRegisterRoute,
    expertDetailRoute,
    triggerRegisterRoute,
    planRoute,
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
