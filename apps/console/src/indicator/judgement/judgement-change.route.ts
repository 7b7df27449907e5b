import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const judgementChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/danh-gia/$id/sua",
  component: lazyRouteComponent(() => import("./judgement-change.tsx"), "JudgementChange"),
})
