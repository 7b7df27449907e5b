import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const publicationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao/$id/cong-bo",
  component: lazyRouteComponent(() => import("./publication.tsx"), "Publication"),
})
