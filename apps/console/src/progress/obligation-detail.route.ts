import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const obligationDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/nghia-vu/$obligation",
  component: lazyRouteComponent(() => import("./obligation-detail.tsx"), "ObligationDetail"),
})
