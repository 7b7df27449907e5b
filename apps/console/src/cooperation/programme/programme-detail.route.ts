import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const programmeDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/hop-tac/chuong-trinh/$code",
  component: lazyRouteComponent(() => import("./programme-detail.tsx"), "ProgrammeDetail"),
})
