import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const observationChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/so-lieu/$ky/dinh-chinh",
  component: lazyRouteComponent(() => import("./observation-change.tsx"), "ObservationChange"),
})
