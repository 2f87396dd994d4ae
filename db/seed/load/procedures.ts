import { procedures, procedureVersions } from "#db/schema/index.ts";
import type { Db } from "#db/schema/handle.ts";
import { publishProcedure } from "#app/domain/procedures/index.server.ts";
import { ProcedureRecord } from "#app/domain/procedures/record.ts";
import { readData } from "./read-data.ts";
import type { LoadedUnits } from "./units.ts";

type ProcedureData = {
  code: string;
  slug: string;
  name_vi: string;
  name_en: string | null;
  description_vi: string | null;
  description_en: string | null;
  field_vi: string;
  field_en: string | null;
  level: string;
  level_en: string | null;
  unit: string;
  receiving_unit: string | null;
  coordinating_units: string[];
  online_level: string;
  change_type: string | null;
  decision: { number: string | null; date: string | null; issuer: string | null } | null;
  valid_from: string;
  valid_to: string | null;
  steps: string[];
  channels: {
    channel: "truc-tiep" | "truc-tuyen" | "buu-chinh";
    name_vi: string;
    name_en: string | null;
    time_limit: { value: number | null; unit: string | null; text: string };
    fee: { amount: number | null; currency: string | null; text: string };
  }[];
  dossier: { name: string; originals: number | null; copies: number | null; form: string | null; note: string | null }[];
  dossier_sets: number;
  applicants: string[];
  result: string[];
  requirements: string[];
  legal_basis: string[];
  keywords: string[];
  national_url: string;
  sample: boolean;
};

export type LoadedProcedures = Map<string, { id: string; slug: string; versionId: string; unitId: string }>;

const changeTypes: Record<string, string> = { moi_ban_hanh: "Mới ban hành", sua_doi_bo_sung: "Sửa đổi, bổ sung" };

/** Twenty sample procedures with their whole national record. */
export async function loadProcedures(tx: Db, units: LoadedUnits, now: Date): Promise<LoadedProcedures> {
  const loaded: LoadedProcedures = new Map();
  for (const data of readData<ProcedureData[]>("procedures")) {
    const [procedure] = await tx.insert(procedures).values({ code: data.code, slug: data.slug }).returning();
    if (!procedure) throw new Error(`Procedure ${data.code} was not stored`);
    const record: ProcedureRecord = ProcedureRecord.parse({
      sample: data.sample,
      description: data.description_vi === null ? null : { vi: data.description_vi, en: data.description_en },
      field: { vi: data.field_vi, en: data.field_en },
      level: { vi: data.level, en: data.level_en },
      coordinatingUnits: data.coordinating_units,
      onlineLevel: data.online_level,
      steps: data.steps,
      channels: data.channels.map((channel) => ({
        channel: channel.channel,
        name: { vi: channel.name_vi, en: channel.name_en },
        timeLimit: channel.time_limit,
        fee: channel.fee,
      })),
      dossier: data.dossier,
      dossierSets: data.dossier_sets,
      applicants: data.applicants,
      result: data.result,
      legalBasis: data.legal_basis,
      requirements: data.requirements,
      keywords: data.keywords,
      decision: data.decision?.number ? data.decision : null,
      changeType: data.change_type && (changeTypes[data.change_type] ?? data.change_type),
      nationalUrl: data.national_url,
    });
    const unitId = units.need(data.unit);
    const [version] = await tx
      .insert(procedureVersions)
      .values({
        procedureId: procedure.id,
        version: 1,
        state: "in_force",
        nameVi: data.name_vi,
        nameEn: data.name_en,
        fieldVi: data.field_vi,
        unitId,
        receivingUnitId: units.idOf(data.receiving_unit),
        record,
        validFrom: data.valid_from,
        validTo: data.valid_to,
        sourceUrl: data.national_url,
        syncedAt: now,
      })
      .returning();
    if (!version) throw new Error(`Procedure ${data.code} has no version`);
    const published = await publishProcedure(tx, "portal", procedure.id, now);
    if (!published.ok) throw new Error(`Procedure ${data.code} cannot be published: ${published.code}`);
    loaded.set(data.code, { id: procedure.id, slug: data.slug, versionId: version.id, unitId });
  }
  return loaded;
}
