import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { agencySearch } from "./agency-search.ts"

export const agencyRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/co-quan",
  validateSearch: agencySearch.known,
  component: lazyRouteComponent(() => import("./agency-register.tsx"), "AgencyRegister"),
})
