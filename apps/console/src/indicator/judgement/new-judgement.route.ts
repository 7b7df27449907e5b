import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../../shell/root-route.tsx"

export const newJudgementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/chi-tieu/$code/danh-gia/moi",
  component: lazyRouteComponent(() => import("./new-judgement.tsx"), "NewJudgement"),
})
