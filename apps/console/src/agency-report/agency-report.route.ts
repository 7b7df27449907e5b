import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const agencyReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/bao-cao/$id",
  component: lazyRouteComponent(() => import("./agency-report.tsx"), "AgencyReport"),
})
