import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newCalendarDayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/lich-lam-viec/moi",
  component: lazyRouteComponent(() => import("./new-calendar-day.tsx"), "NewCalendarDay"),
})
