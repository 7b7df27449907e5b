import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ke-hoach",
  component: lazyRouteComponent(() => import("./plan.tsx"), "PlanText"),
})
