import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { cardSearch } from "./scorecard-search.ts"

export const freezeScorecardsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia/chot",
  validateSearch: cardSearch.known,
  component: lazyRouteComponent(() => import("./freeze-scorecards.tsx"), "FreezeScorecards"),
})
