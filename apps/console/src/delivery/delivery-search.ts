import { DeliveryState } from "../__generated__/graphql.ts"
import { searchModel, someOf } from "../register/search-model.ts"

/** What the address of the register of messages may hold. */
export const deliverySearch = searchModel({ state: someOf(Object.values(DeliveryState)) })
