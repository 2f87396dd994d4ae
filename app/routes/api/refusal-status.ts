/** What an act's refusal is to a machine: a status, and the field of the body that is to blame where there is one. */
type Standing = { status: number; field?: string };

const standings: Partial<Record<string, Standing>> = {
  "survey.not_found": { status: 404 },
  "survey.slip_expired": { status: 410 },
  "survey.slip_unknown": { status: 422, field: "slip" },
  "kiosk.unknown": { status: 403 },
  "survey.unit_not_in_round": { status: 422, field: "unit" },
  "case.unknown_procedure": { status: 422, field: "procedure" },
  "case.unknown_unit": { status: 422, field: "unit" },
  "case.happened_in_future": { status: 422, field: "happenedOn" },
  "case.receipt_wrong": { status: 401 },
  "text.missing": { status: 422, field: "body" },
  "text.too_short": { status: 422, field: "body" },
  "text.too_long": { status: 422, field: "body" },
  "request.too_many": { status: 429 },
};

/** Whatever the state of things does not allow is a conflict. */
export const standingOf = (code: string): Standing => standings[code] ?? { status: 409 };
