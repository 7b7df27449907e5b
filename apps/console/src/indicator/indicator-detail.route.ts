import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { daySearch } from "../calendar/day-search.ts"
import { rootRoute } from "../shell/root-route.tsx"

export const indicatorDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code",
  validateSearch: daySearch.known,
  component: lazyRouteComponent(() => import("./indicator-detail.tsx"), "IndicatorDetail"),
})
