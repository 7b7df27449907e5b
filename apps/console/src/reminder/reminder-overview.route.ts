import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { reminderSearch } from "./reminder-search.ts"

export const reminderOverviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/don-doc",
  validateSearch: reminderSearch.known,
  component: lazyRouteComponent(() => import("./reminder-overview.tsx"), "ReminderOverview"),
})
