import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { indicatorSearch } from "./indicator-search.ts"

export const indicatorRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu",
  validateSearch: indicatorSearch.known,
  component: lazyRouteComponent(() => import("./indicator-register.tsx"), "IndicatorRegister"),
})
