import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { overviewSearch } from "./overview-search.ts"

export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  validateSearch: overviewSearch.known,
  component: lazyRouteComponent(() => import("./overview.tsx"), "Overview"),
})
