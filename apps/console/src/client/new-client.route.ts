import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newClientRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/he-thong/moi",
  component: lazyRouteComponent(() => import("./new-client.tsx"), "NewClient"),
})
