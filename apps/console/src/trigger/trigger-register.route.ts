import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { triggerSearch } from "./trigger-search.ts"

export const triggerRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/van-ban-cho",
  validateSearch: triggerSearch.known,
  component: lazyRouteComponent(() => import("./trigger-register.tsx"), "TriggerRegister"),
})
