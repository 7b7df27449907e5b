import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const roundChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao/$id/sua",
  component: lazyRouteComponent(() => import("./round-change.tsx"), "RoundChange"),
})
