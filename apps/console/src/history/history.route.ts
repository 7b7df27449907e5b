import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { historySearch } from "./history-search.ts"

export const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhat-ky",
  validateSearch: historySearch.known,
  component: lazyRouteComponent(() => import("./history.tsx"), "History"),
})
