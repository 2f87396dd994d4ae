export { deliver, type Delivery, type DeliveryFailure, type DueMessage, maxAttempts } from "./deliver.server.ts";
export { listCaseMessages, type SentMessage } from "./queries.server.ts";
export { queueMessage } from "./queue-message.server.ts";
export type { MessageContents, MessageOf } from "./contents.ts";
