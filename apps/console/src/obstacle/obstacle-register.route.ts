import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { obstacleSearch } from "./obstacle-search.ts"

export const obstacleRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/vuong-mac",
  validateSearch: obstacleSearch.known,
  component: lazyRouteComponent(() => import("./obstacle-register.tsx"), "ObstacleRegister"),
})
