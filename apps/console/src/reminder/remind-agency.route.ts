import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { itemSearch } from "./reminder-search.ts"

export const remindAgencyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/don-doc/co-quan/$code",
  validateSearch: itemSearch.known,
  component: lazyRouteComponent(() => import("./remind-agency.tsx"), "RemindAgency"),
})
