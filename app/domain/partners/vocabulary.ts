/** What a key opens; one for each thing another system may do. */
export const apiKeyScopes = ["open311_send"] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

export const partnerNameMaxLength = 200;
/** Requests one key may send in an hour, unless the administrator says otherwise. */
export const usualHourlyLimit = 300;
export const mostHourlyLimit = 5000;
/** A key is renewed at least every two years. */
export const longestKeyDays = 730;

/** The one key every demo world knows, so that the documentation's examples work there. No other world takes it. */
export const demoApiKey = "ln_demo0000demo0000demo0000demo0000";
