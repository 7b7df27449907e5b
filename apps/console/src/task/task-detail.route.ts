import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { daySearch } from "../calendar/day-search.ts"
import { rootRoute } from "../shell/root-route.tsx"

export const taskDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code",
  validateSearch: daySearch.known,
  component: lazyRouteComponent(() => import("./task-detail.tsx"), "TaskDetail"),
})
