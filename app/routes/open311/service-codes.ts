import { type CaseField, caseFields, type CaseKind } from "#app/domain/feedback/vocabulary.ts";

/**
 * A service is a kind of report about one field of the authority's work. Comments and questions are no requests for
 * service: they are sent and read through /api/v1/cases.
 */
const prefixes = { phan_anh_hien_truong: "hien-truong", phan_anh_kien_nghi: "kien-nghi" } as const satisfies Partial<Record<CaseKind, string>>;
export type ServiceKind = keyof typeof prefixes;

export type Service = { code: string; kind: ServiceKind; field: CaseField };

export const serviceKinds = Object.keys(prefixes) as ServiceKind[];

export const services: readonly Service[] = serviceKinds.flatMap((kind) =>
  caseFields.map((field) => ({ code: `${prefixes[kind]}-${field}`, kind, field })),
);

export const findService = (code: string): Service | undefined => services.find((service) => service.code === code);

/** The service of a public case; undefined for the kinds that are none. A case without a field belongs to the others. */
export const serviceOf = (content: { kind: string; field: string | null }): Service | undefined =>
  services.find(({ kind, field }) => kind === content.kind && field === (content.field ?? "khac"));
