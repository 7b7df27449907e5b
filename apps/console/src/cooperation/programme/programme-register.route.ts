import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"
import { programmeSearch } from "./programme-search.ts"

export const programmeRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac",
  validateSearch: programmeSearch.known,
  component: lazyRouteComponent(() => import("./programme-register.tsx"), "ProgrammeRegister"),
})
