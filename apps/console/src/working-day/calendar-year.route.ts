import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { calendarSearch } from "./calendar-search.ts"

export const calendarYearRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/lich-lam-viec",
  validateSearch: calendarSearch.known,
  component: lazyRouteComponent(() => import("./calendar-year.tsx"), "CalendarYear"),
})
