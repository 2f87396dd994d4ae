/** Some addresses are keys (calendar feeds, slips, the links of mails): a log is no place for one. */
export const withoutSecrets = (path: string): string =>
  path.replace(/(\/lich-han\/|^(?:\/en)?\/(?:p|thu)\/|^\/api\/mail\/unsubscribe\/)[^/]+/, "$1…");
