import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { reportSearch } from "./report-search.ts"

export const newReportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/bao-cao/$obligation",
  validateSearch: reportSearch.known,
  component: lazyRouteComponent(() => import("./new-report.tsx"), "NewReport"),
})
