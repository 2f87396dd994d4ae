/**
 * What can be told of the device behind a request, coarsely: network (already a fingerprint of the day), browser and
 * languages. It is only ever compared with others of the same day, under a secret that goes with the day.
 */
export const deviceOf = (client: string, request: Request): string =>
  [client, request.headers.get("User-Agent") ?? "", request.headers.get("Accept-Language") ?? ""].join("\n");
