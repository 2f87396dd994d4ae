/** What acts need of the place where uploads are kept; platform/files.server.ts makes it. */
export type FileStore = {
  put(key: string, content: Buffer, mime: string): Promise<void>;
  remove(key: string): Promise<void>;
};
