import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const obstacleDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/vuong-mac/$id",
  component: lazyRouteComponent(() => import("./obstacle-detail.tsx"), "ObstacleDetail"),
})
