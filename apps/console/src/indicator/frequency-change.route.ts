import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const frequencyChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/tan-suat",
  component: lazyRouteComponent(() => import("./frequency-change.tsx"), "FrequencyChange"),
})
