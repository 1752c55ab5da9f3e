import { useRef, useState } from "react";
import {
  EVIDENCE_FILE_TYPES,
  type EvidenceFile,
  MAX_EVIDENCE_FILE_BYTES,
} from "../../server/contract/evidence-file.ts";
import type { Evidence } from "../../server/contract/programme.ts";
import { useReader } from "../locale/use-reader.ts";
import { evidenceFileAddress } from "../programme-backend.ts";
import { addEvidenceFile, removeEvidenceFile } from "../state/programme.ts";
import { useApp } from "../state/store.ts";
import { RefusalOf } from "./programme-refusal.tsx";

interface FilesProps {
  readonly project: string;
  readonly evidence: Evidence;
  readonly canWrite: boolean;
}

/** The files kept with what was done: to be opened, added and taken away where what is internal is served; elsewhere why not. */
export function EvidenceFiles({ project, evidence: { kind, files }, canWrite }: FilesProps) {
  const { t } = useReader();
  const [isSending, setSending] = useState(false);
  if (files === null)
    return canWrite ? <small className="hint evidence-files">{t("programme.filesInternal")}</small> : null;
  const add = async (chosen: readonly File[]) => {
    setSending(true);
    // one after the other: where one is refused, those after it are not sent
    for (const file of chosen) if (!(await addEvidenceFile(project, kind, file))) break;
    setSending(false);
  };
  return (
    <div className="evidence-files" aria-busy={isSending}>
      {files.length === 0 ? null : (
        <ul>
          {files.map((file) => (
            <li key={file.id}>
              <FileRow {...{ project, kind, file, canWrite }} />
            </li>
          ))}
        </ul>
      )}
      {canWrite ? <AddFiles isSending={isSending} onChoose={(chosen) => void add(chosen)} /> : null}
      <RefusalOf asked={`${kind}/files`} />
    </div>
  );
}

const ACCEPTED = Object.keys(EVIDENCE_FILE_TYPES).map((ending) => `.${ending}`);

function AddFiles({
  isSending,
  onChoose,
}: {
  readonly isSending: boolean;
  readonly onChoose: (files: readonly File[]) => void;
}) {
  const { t } = useReader();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className="quiet"
        disabled={isSending}
        title={t("programme.filesHint", { megabytes: MAX_EVIDENCE_FILE_BYTES / 1024 ** 2 })}
        onClick={() => input.current?.click()}
      >
        {t(isSending ? "programme.fileSending" : "programme.addFile")}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={ACCEPTED.join(",")}
        aria-label={t("programme.addFile")}
        onChange={({ target }) => {
          onChoose([...(target.files ?? [])]);
          // the same file may be chosen again after it was mended
          target.value = "";
        }}
      />
    </>
  );
}

interface RowProps extends Pick<FilesProps, "project" | "canWrite"> {
  readonly kind: Evidence["kind"];
  readonly file: EvidenceFile;
}

function FileRow({ project, kind, file, canWrite }: RowProps) {
  const { t, numbers } = useReader();
  const district = useApp((state) => state.district);
  const [isAsked, setAsked] = useState(false);
  if (district === null) return null;
  const { id, name, bytes } = file;
  return (
    <>
      <a href={evidenceFileAddress({ district, id: project }, kind, id)} download={name}>
        {name}
      </a>{" "}
      <small>{t("programme.fileSize", { kb: numbers.number(Math.ceil(bytes / 1024)) })}</small>
      {canWrite ? (
        <button
          type="button"
          className="quiet"
          onClick={() => (isAsked ? void removeEvidenceFile(project, kind, id) : setAsked(true))}
          onBlur={() => setAsked(false)}
        >
          {t(isAsked ? "programme.removeFileSure" : "programme.removeFile")}
        </button>
      ) : null}
    </>
  );
}
