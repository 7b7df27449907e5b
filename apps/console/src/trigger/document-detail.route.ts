import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { daySearch } from "../calendar/day-search.ts"
import { rootRoute } from "../shell/root-route.tsx"

export const documentDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho/$id",
  validateSearch: daySearch.known,
  component: lazyRouteComponent(() => import("./document-detail.tsx"), "DocumentDetail"),
})
