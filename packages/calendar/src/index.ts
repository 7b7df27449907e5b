export {
  addDays,
  type CalendarDate,
  calendarDateOf,
  dayOf,
  daysBetween,
  daysReached,
  inFigures,
  lastDayOfMonth,
  NotACalendarDate,
  yearOf,
} from "./calendar-date.ts"
export { type Clock, clockAt, HANOI, systemClock, todayInHanoi } from "./clock.ts"
export {
  type CalendarExceptions,
  isFirstWorkingDayOfWeek,
  isOfficeHour,
  isWeekend,
  isWorkingDay,
  mondayOf,
  workingDayFrom,
} from "./working-days.ts"
