import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const activityDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/hoat-dong/$id",
  component: lazyRouteComponent(() => import("./activity-detail.tsx"), "ActivityDetail"),
})
