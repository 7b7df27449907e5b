import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { scorecardSearch } from "./scorecard-search.ts"

export const scorecardRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/danh-gia",
  validateSearch: scorecardSearch.known,
  component: lazyRouteComponent(() => import("./scorecard-register.tsx"), "ScorecardRegister"),
})
