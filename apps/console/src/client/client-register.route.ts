import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { clientSearch } from "./client-search.ts"

export const clientRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/he-thong",
  validateSearch: clientSearch.known,
  component: lazyRouteComponent(() => import("./client-register.tsx"), "ClientRegister"),
})
