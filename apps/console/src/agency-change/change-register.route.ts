import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"

export const changeRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/co-quan/sap-xep",
  component: lazyRouteComponent(() => import("./change-register.tsx"), "ChangeRegister"),
})
