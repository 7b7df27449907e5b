export { DEMO_ACCOUNTS, DEMO_PASSWORD, type DemoAccount } from "./account/demo-accounts.ts"
export { type IdentityConfiguration, readConfiguration } from "./configuration.ts"
export { type RunningIdentityProvider, startIdentityProvider } from "./identity-provider.ts"
