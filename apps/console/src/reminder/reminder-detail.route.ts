import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const reminderDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/don-doc/$id",
  component: lazyRouteComponent(() => import("./reminder-detail.tsx"), "ReminderDetail"),
})
