import { createRoute, lazyRouteComponent } from "@tanstack/react-router"
import { rootRoute } from "../shell/root-route.tsx"
import { deliverySearch } from "./delivery-search.ts"

export const deliveryRegisterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/thu-thong-bao",
  validateSearch: deliverySearch.known,
  component: lazyRouteComponent(() => import("./delivery-register.tsx"), "DeliveryRegister"),
})
