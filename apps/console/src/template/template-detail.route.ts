import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const templateDetailRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mau-bao-cao/$id",
  component: lazyRouteComponent(() => import("./template-detail.tsx"), "TemplateDetail"),
})
