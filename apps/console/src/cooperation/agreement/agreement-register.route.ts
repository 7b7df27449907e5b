import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"
import { agreementSearch } from "./agreement-search.ts"

export const agreementRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/thoa-thuan",
  validateSearch: agreementSearch.known,
  component: lazyRouteComponent(() => import("./agreement-register.tsx"), "AgreementRegister"),
})
