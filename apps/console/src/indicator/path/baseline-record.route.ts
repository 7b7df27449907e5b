import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const baselineRecordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/ky-goc",
  component: lazyRouteComponent(() => import("./baseline-record.tsx"), "BaselineRecord"),
})
