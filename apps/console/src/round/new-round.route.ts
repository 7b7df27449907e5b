import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newRoundRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/ky-bao-cao/moi",
  component: lazyRouteComponent(() => import("./new-round.tsx"), "NewRound"),
})
