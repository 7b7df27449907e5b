import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const calendarDayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/lich-lam-viec/$id",
  component: lazyRouteComponent(() => import("./calendar-day.tsx"), "CalendarDay"),
})
