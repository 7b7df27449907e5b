import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { cardSearch } from "./scorecard-search.ts"

export const agencyScorecardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia/co-quan/$id",
  validateSearch: cardSearch.known,
  component: lazyRouteComponent(() => import("./agency-scorecard.tsx"), "AgencyScorecard"),
})
