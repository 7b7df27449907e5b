export { announce, type DomainEvent } from "./announce.ts"
export { outboxTableSql } from "./outbox-table.ts"
