import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const requestExtensionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/nhiem-vu/$code/gia-han/$obligation",
  component: lazyRouteComponent(() => import("./request-extension.tsx"), "RequestExtension"),
})
