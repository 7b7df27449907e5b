import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/bao-cao/$obligation",
  component: lazyRouteComponent(() => import("./new-report.tsx"), "NewReport"),
})
