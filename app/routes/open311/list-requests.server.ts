import { civilDay, daysBetween, plusDays } from "#app/domain/calendar/civil-day.ts";
import { parseCaseCode } from "#app/domain/codes.ts";
import { findPublicBySlugs, listReports, type ReportFilter } from "#app/domain/publishing/index.server.ts";
import { answerOpen311, type Open311Call, open311Problem, type ProblemCode, refuseOpen311 } from "./open311-call.server.ts";
import { readInstant } from "./read-instant.ts";
import { findService, serviceKinds } from "./service-codes.ts";
import { toRequest } from "./to-request.ts";

/** The span of a search and the length of an answer, as the specification has them. */
const spanDays = 90;
export const mostRequests = 1000;
const mostPages = 1000;

/** `GET /open311/v2/requests.{json,xml}`: published requests, the last one first. */
export async function listRequests(call: Open311Call): Promise<Response> {
  const ids = call.url.searchParams.get("service_request_id");
  const reports = ids ? await reportsOf(call, ids) : await readQuery(call);
  if ("problem" in reports) return refuseOpen311(call, [open311Problem(call, reports.problem, reports.details)]);
  return answerOpen311(
    call,
    "service_requests",
    reports.found.flatMap((report) => toRequest(call, report) ?? []),
  );
}

type Found = { found: Awaited<ReturnType<typeof listReports>> };
type Problem = { problem: ProblemCode; details?: Record<string, string> };

/** Requests by their ids, comma separated; this overrides everything else. What is not public is not in the answer. */
async function reportsOf({ db }: Open311Call, ids: string): Promise<Found | Problem> {
  const codes = [...new Set(ids.split(",").flatMap((id) => parseCaseCode(id) ?? []))];
  if (codes.length > mostRequests) return { problem: "too_many_ids", details: { most: String(mostRequests) } };
  const copies = await findPublicBySlugs(db, "case", codes);
  const found = copies.map(({ content, publishedAt }) => ({ content, updatedAt: publishedAt }));
  return { found: found.sort((a, b) => (a.content.receivedOn === b.content.receivedOn ? 0 : a.content.receivedOn < b.content.receivedOn ? 1 : -1)) };
}

async function readQuery(call: Open311Call): Promise<Found | Problem> {
  const { searchParams } = call.url;
  const typed = (name: string) => searchParams.get(name)?.trim() ?? "";

  const filter: ReportFilter = { kinds: serviceKinds };
  const codes = typed("service_code").split(",").filter(Boolean);
  if (codes.length > 1) return { problem: "one_service" };
  if (codes[0] !== undefined) {
    const service = findService(codes[0].trim());
    if (!service) return { problem: "unknown_service" };
    Object.assign(filter, { kinds: [service.kind], field: service.field });
  }

  const states = new Set(typed("status").split(",").filter(Boolean));
  for (const state of states) if (state !== "open" && state !== "closed") return { problem: "bad_status" };
  if (states.size === 1) filter.open = states.has("open");

  for (const [name, field] of [["updated_after", "updatedAfter"] as const, ["updated_before", "updatedBefore"] as const]) {
    if (!typed(name)) continue;
    const instant = readInstant(typed(name));
    if (!instant) return { problem: "bad_date", details: { name } };
    filter[field] = instant;
  }

  const span = readSpan(call, typed("start_date"), typed("end_date"), filter.updatedAfter !== undefined);
  if ("problem" in span) return span;
  const page = readNumber(typed("page"), 1, mostPages);
  if (page === undefined) return { problem: "bad_page", details: { most: String(mostPages) } };
  const size = readNumber(typed("page_size"), mostRequests, mostRequests);
  if (size === undefined) return { problem: "bad_page_size", details: { most: String(mostRequests) } };
  return { found: await listReports(call.db, { ...filter, ...span }, { limit: size, offset: (page - 1) * size }) };
}

/** Days on which the requests came: 90 of them unless both ends are given; asked by their changes, all. */
function readSpan(
  { today }: Open311Call,
  start: string,
  end: string,
  byChange: boolean,
): Problem | Pick<ReportFilter, "receivedFrom" | "receivedTo"> {
  const from = start ? readInstant(start) : undefined;
  const to = end ? readInstant(end) : undefined;
  if (start && !from) return { problem: "bad_date", details: { name: "start_date" } };
  if (end && !to) return { problem: "bad_date", details: { name: "end_date" } };
  if (!from && !to) return byChange ? {} : { receivedFrom: plusDays(today, -spanDays), receivedTo: today };

  const receivedFrom = from ? civilDay(from) : to && plusDays(civilDay(to), -spanDays);
  const receivedTo = to ? civilDay(to) : from && plusDays(civilDay(from), spanDays);
  const days = receivedFrom && receivedTo ? daysBetween(receivedFrom, receivedTo) : 0;
  if (days < 0) return { problem: "end_before_start" };
  return days > spanDays ? { problem: "span_too_long", details: { most: String(spanDays) } } : { receivedFrom, receivedTo };
}

function readNumber(text: string, usual: number, most: number): number | undefined {
  if (!text) return usual;
  return /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined;
}
