import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"
import { activitySearch } from "./activity-search.ts"

export const activityRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/hoat-dong",
  validateSearch: activitySearch.known,
  component: lazyRouteComponent(() => import("./activity-register.tsx"), "ActivityRegister"),
})
