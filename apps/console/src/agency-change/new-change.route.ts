import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/co-quan/sap-xep/moi",
  component: lazyRouteComponent(() => import("./new-change.tsx"), "NewChange"),
})
