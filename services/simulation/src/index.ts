export { type SimulatedYear, type Simulation, simulateYear } from "./simulate-year.ts"
