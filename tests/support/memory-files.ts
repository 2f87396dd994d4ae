import type { FileStore } from "#app/domain/file-store.ts";

/** A file store that remembers what was put and not removed. */
export function memoryFiles(): FileStore & { kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>();
  return {
    kept,
    put: async (key, content) => void kept.set(key, content),
    remove: async (key) => void kept.delete(key),
  };
}
