import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const documentDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/$id",
  component: lazyRouteComponent(() => import("./document-detail.tsx"), "DocumentDetail"),
})
