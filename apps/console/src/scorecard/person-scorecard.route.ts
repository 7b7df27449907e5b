import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { cardSearch } from "./scorecard-search.ts"

export const personScorecardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia/nguoi/$id",
  validateSearch: cardSearch.known,
  component: lazyRouteComponent(() => import("./person-scorecard.tsx"), "PersonScorecard"),
})
