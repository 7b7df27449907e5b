import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { daySearch } from "../calendar/day-search.ts"
import { rootRoute } from "../shell/root-route.tsx"

export const obligationDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/nghia-vu/$obligation",
  validateSearch: daySearch.known,
  component: lazyRouteComponent(() => import("./obligation-detail.tsx"), "ObligationDetail"),
})
