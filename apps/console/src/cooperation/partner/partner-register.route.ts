import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"
import { partnerSearch } from "./partner-search.ts"

export const partnerRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/doi-tac",
  validateSearch: partnerSearch.known,
  component: lazyRouteComponent(() => import("./partner-register.tsx"), "PartnerRegister"),
})
