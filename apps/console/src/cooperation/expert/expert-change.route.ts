import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const expertChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/chuyen-gia/$id/sua",
  component: lazyRouteComponent(() => import("./expert-change.tsx"), "ExpertChange"),
})
