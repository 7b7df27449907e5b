import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const expertDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/chuyen-gia/$id",
  component: lazyRouteComponent(() => import("./expert-detail.tsx"), "ExpertDetail"),
})
