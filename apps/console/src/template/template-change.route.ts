import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const templateChangeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/mau-bao-cao/$id/sua",
  component: lazyRouteComponent(() => import("./template-change.tsx"), "TemplateChange"),
})
