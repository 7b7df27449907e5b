import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const indicatorDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code",
  component: lazyRouteComponent(() => import("./indicator-detail.tsx"), "IndicatorDetail"),
})
