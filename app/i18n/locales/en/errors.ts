import type { Complete } from "#app/i18n/complete.ts";
import type { errors as source } from "../vi/errors.ts";

export const errors = {
  plain: {
    bad_request: { title: "The request is not right", detail: "Check the address or the content and try again." },
    not_allowed: { title: "This way of asking is not accepted", detail: "This address does not take that HTTP method. Use GET or POST." },
    forbidden: {
      title: "The request was not accepted",
      detail: "This form was sent from another site. Open the page on the portal again and resend it.",
    },
    no_access: { title: "You may not open this file", detail: "Your account was not given this work." },
    not_found: { title: "File not found", detail: "The address may have changed, or the content is no longer public." },
    too_large: { title: "What you sent is too large", detail: "One submission may weigh 60 MB in all. Remove or shrink files and send it again." },
    too_many: { title: "Too many requests", detail: "Wait a minute, then try again." },
    broken: { title: "The portal has a problem", detail: "What you just did was not stored. Try again in a few minutes. Reference: {{reference}}." },
  },
  page: {
    forbidden: {
      title: "You may not see this page",
      detail: "Your account was not given this work. Ask an administrator if you think this is a mistake.",
    },
    not_found: {
      title: "Page not found",
      detail: "The address may have changed, or the content is no longer public. Search for it or go to the home page.",
    },
    not_allowed: { title: "This page does not take that", detail: "Open the page again and retry." },
    bad_request: { title: "The request is not right", detail: "Check the address or the content and try again." },
    broken: {
      title: "The portal has a problem",
      detail: "This is not your fault. Try again in a few minutes; if it stays, tell us the reference below.",
    },
  },
  field: {
    required: "Fill this in.",
    too_long: "This is too long. Shorten it.",
    too_short: "This is too short. Say a little more.",
    not_an_email: "This e-mail address is not right. Example: name@office.vn.",
    not_a_date: "This is not a date. Choose a day of the calendar.",
    in_future: "This day is still to come. Choose today or an earlier day.",
    not_a_choice: "Choose one of the list.",
    not_a_phone: "This telephone number is not right. Example: 0912 345 678.",
    not_in_list: "Choose one of the list.",
    contact_required: "Give a telephone number or an e-mail address so that we can answer you.",
    consent_required: "Tick the box, so that we may use what you wrote.",
    content_not_for_kind: "This is for reports about administrative rules only. Leave it open.",
    not_a_number: "Enter a number.",
    not_a_percentage: "Enter a number from 0 to 100.",
    too_few: "This number is too small. Enter a larger one.",
    too_many: "This number is too large. Enter a smaller one.",
    only_with_paper: "Set this day only where the round takes paper. Choose that way of answering too, or leave it blank.",
    before_last_day: "This day must not be before the last day of the round.",
    keying_too_long: "This day is too late: 60 days after the last day of the round at most.",
    before_start: "The last day must not be before the first. Choose again.",
    not_right: "This is not right. Check it again.",
  },
  reference: "Reference",
  home: "Home page",
  search: "Search",
} satisfies Complete<typeof source, "en">;
