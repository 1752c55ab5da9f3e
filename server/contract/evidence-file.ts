import { z } from "zod";

/** A file kept with what was done may be so large, in bytes, and so many may be kept with one. */
export const MAX_EVIDENCE_FILE_BYTES = 5 * 1024 * 1024;
export const MAX_EVIDENCE_FILES = 20;

/** What is kept, by the ending of its name. */
export const EVIDENCE_FILE_TYPES = {
  pdf: "application/pdf",
  ofd: "application/ofd",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  png: "image/png",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A file kept with what was done; `bytes` is its size. */
export const EvidenceFile = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  addedAt: z.string(),
});
export type EvidenceFile = z.infer<typeof EvidenceFile>;
