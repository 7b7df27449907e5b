import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const closedPeriodsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/ky-so-lieu",
  component: lazyRouteComponent(() => import("./closed-periods.tsx"), "ClosedPeriods"),
})
