import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const scoreMethodRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia/cach-tinh",
  component: lazyRouteComponent(() => import("./score-method.tsx"), "ScoreMethod"),
})
