import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { boardSearch } from "./round-search.ts"

export const roundDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao/$id",
  validateSearch: boardSearch.known,
  component: lazyRouteComponent(() => import("./round-detail.tsx"), "RoundDetail"),
})
