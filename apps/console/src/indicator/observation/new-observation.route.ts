import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newObservationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/so-lieu/moi",
  component: lazyRouteComponent(() => import("./new-observation.tsx"), "NewObservation"),
})
