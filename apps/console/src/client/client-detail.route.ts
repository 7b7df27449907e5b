import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const clientDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/he-thong/$id",
  component: lazyRouteComponent(() => import("./client-detail.tsx"), "ClientDetail"),
})
