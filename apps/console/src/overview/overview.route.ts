import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { daySearch } from "../calendar/day-search.ts"
import { rootRoute } from "../shell/root-route.tsx"

export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: daySearch.known,
  component: lazyRouteComponent(() => import("./overview.tsx"), "Overview"),
})
