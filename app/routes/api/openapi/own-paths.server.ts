import { examples } from "./examples.ts";
import { inPath, json, type Json, pageOf, parameterRef, ref, refusals } from "./operation-parts.server.ts";

/** Calls that are no list of open data. */
export const ownPaths = (): Json => ({
  "/api/v1/rounds/{slug}/results": {
    get: {
      operationId: "get_results",
      summary: "Figures of a round",
      description: "The same figures that the page /hai-long/{slug} shows.",
      parameters: [inPath("slug"), parameterRef("format"), parameterRef("lang")],
      responses: {
        200: { description: "Figures", content: { ...json(ref("Results"), examples.Results), "text/csv": { schema: { type: "string" } } } },
        ...refusals(400, 404, 429),
      },
    },
  },
  "/api/v1/three-level-slips": {
    get: {
      operationId: "get_three_level_slips",
      summary: "Shares on three levels",
      description:
        "By authority, unit and quarter, as the page /chat-luong-phuc-vu/phieu-ba-muc shows them: suppressed unless every round in the line may show its part, and without sheets that were left out or are being checked. Never put together with the five-level scale.",
      parameters: [parameterRef("format"), parameterRef("lang")],
      responses: {
        200: {
          description: "Figures",
          content: { ...json(ref("ThreeLevelSlips"), examples.ThreeLevelSlips), "text/csv": { schema: { type: "string" } } },
        },
        ...refusals(400, 429),
      },
    },
  },
  "/api/v1/rounds/{slug}/answers": {
    post: {
      operationId: "send_answers",
      summary: "Send an answer sheet",
      description: "Without a slip the round has to take answers by open_link. A sheet is anonymous: nothing about the caller is stored with it.",
      parameters: [inPath("slug"), parameterRef("IdempotencyKey"), parameterRef("lang")],
      requestBody: { required: true, content: json(ref("AnswerBody"), examples.AnswerBody) },
      responses: {
        201: { description: "Stored.", content: json(ref("AnswerReceipt"), examples.AnswerReceipt) },
        ...refusals(400, 404, 409, 410, 413, 415, 422, 429),
      },
    },
  },
  "/api/v1/cases/{code}/thread": {
    get: {
      operationId: "get_thread",
      summary: "Where a case stands, for its sender",
      security: [{ receipt: [] }],
      parameters: [inPath("code"), parameterRef("lang")],
      responses: {
        200: { description: "State, deadlines, messages and answers.", content: json(ref("Thread"), examples.Thread) },
        ...refusals(401, 429),
      },
    },
    post: {
      operationId: "write_to_thread",
      summary: "Write to the unit, as the sender",
      security: [{ receipt: [] }],
      parameters: [inPath("code"), parameterRef("IdempotencyKey"), parameterRef("lang")],
      requestBody: { required: true, content: json(ref("MessageBody"), examples.MessageBody) },
      responses: {
        201: { description: "Stored.", content: json(ref("MessageReceipt"), examples.MessageReceipt) },
        ...refusals(400, 401, 409, 413, 415, 422, 429),
      },
    },
  },
  "/api/v1/partner/cases": {
    get: {
      operationId: "get_partner_cases",
      summary: "Where the cases stand that a partner sent",
      description:
        "What came with any key of the same partner, the newest first: nothing of the senders, nothing of what was written. What is not public here stays with the sender, who holds the receipt.",
      security: [{ partnerKey: [] }],
      parameters: [parameterRef("after"), parameterRef("limit"), parameterRef("lang")],
      responses: {
        200: {
          description: "A page, newest first.",
          content: json(pageOf("PartnerCase"), { items: [examples.PartnerCase], next: null }),
        },
        ...refusals(400, 401, 429),
      },
    },
  },
  "/api/v1/openapi.json": {
    get: {
      operationId: "get_openapi",
      summary: "This document",
      responses: { 200: { description: "OpenAPI 3.1", content: { "application/json": { schema: { type: "object" } } } } },
    },
  },
  "/api/v1/questionnaire.schema.json": {
    get: {
      operationId: "get_questionnaire_schema",
      summary: "The shape of a questionnaire, as JSON Schema",
      responses: { 200: { description: "JSON Schema", content: { "application/json": { schema: { type: "object" } } } } },
    },
  },
});
