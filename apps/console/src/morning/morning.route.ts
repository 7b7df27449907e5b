import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const morningRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sang-nay",
  component: lazyRouteComponent(() => import("./morning.tsx"), "Morning"),
})
