import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const activityChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/hoat-dong/$id/sua",
  component: lazyRouteComponent(() => import("./activity-change.tsx"), "ActivityChange"),
})
