import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const directedTargetRecordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/chi-dao",
  component: lazyRouteComponent(() => import("./directed-target-record.tsx"), "DirectedTargetRecord"),
})
