import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const newTemplateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mau-bao-cao/moi",
  component: lazyRouteComponent(() => import("./new-template.tsx"), "NewTemplate"),
})
