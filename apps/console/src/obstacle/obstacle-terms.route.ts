import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const obstacleTermsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/vuong-mac/thoi-han",
  component: lazyRouteComponent(() => import("./obstacle-terms.tsx"), "ObstacleTerms"),
})
