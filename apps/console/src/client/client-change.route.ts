import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const clientChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/he-thong/$id/sua",
  component: lazyRouteComponent(() => import("./client-change.tsx"), "ClientChange"),
})
