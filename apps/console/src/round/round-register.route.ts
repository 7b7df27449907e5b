import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { roundSearch } from "./round-search.ts"

export const roundRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao",
  validateSearch: roundSearch.known,
  component: lazyRouteComponent(() => import("./round-register.tsx"), "RoundRegister"),
})
