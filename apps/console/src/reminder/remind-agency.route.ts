import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const remindAgencyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/don-doc/co-quan/$code",
  component: lazyRouteComponent(() => import("./remind-agency.tsx"), "RemindAgency"),
})
