import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { agencyDetailSearch } from "./agency-detail-search.ts"

export const agencyDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/co-quan/$code",
  validateSearch: agencyDetailSearch.known,
  component: lazyRouteComponent(() => import("./agency-detail.tsx"), "AgencyDetail"),
})
