import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const cityReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao/$id/bao-cao",
  component: lazyRouteComponent(() => import("./city-report.tsx"), "CityReport"),
})
