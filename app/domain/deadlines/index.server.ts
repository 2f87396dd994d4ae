export { catchUp } from "./catch-up.server.ts";
export { changeCalendar } from "./change-calendar.server.ts";
export { closeFeed, type Feed, findFeed, openFeed, readFeed } from "./feed.server.ts";
export { listWarned, type Warned } from "./list-warned.server.ts";
export { warnOfDeadlines } from "./warn.server.ts";
