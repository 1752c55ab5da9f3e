import "../look/own-rules.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Failure, failureOf } from "../backend.ts";
import type { RuleFile } from "../formats/rule-set-file.ts";
import { saveFile } from "../formats/save-file.ts";
import { FailureNote } from "../panels/failure-note.tsx";
import { removeRuleSet } from "../state/rule-sets.ts";
import { selectCatalogue } from "../state/session.ts";
import { useApp } from "../state/store.ts";
import { OwnRulesPreview } from "./own-rules-preview.tsx";

interface Taken {
  readonly name: string;
  readonly file: RuleFile;
}

/** Brings rules of one's own in as CSV, looked at before they are used, and takes them away again. */
export function OwnRules() {
  const { t } = useTranslation();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [isAsked, setAsked] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const { readRuleFile } = await import("../formats/rule-set-file.ts");
    const categories = selectCatalogue(useApp.getState())?.categories ?? [];
    const bytes = new Uint8Array(await file.arrayBuffer());
    setTaken({ name: file.name.replace(/\.[^.]+$/, ""), file: readRuleFile(bytes, categories) });
  };
  return (
    <div className="own-rules">
      <p className="own-rules-tools">
        <button type="button" className="quiet" aria-expanded={isAsked} onClick={() => setAsked(!isAsked)}>
          {t("ownRules.add")}
        </button>
        <RemoveRules />
      </p>
      {isAsked ? (
        <>
          <p className="hint">{t("ownRules.hint")}</p>
          <p className="actions">
            <button type="button" onClick={() => input.current?.click()}>
              {t("ownRules.choose")}
            </button>
            <button type="button" className="quiet" onClick={() => void saveTemplate(t("ownRules.template"))}>
              {t("ownRules.template")}
            </button>
          </p>
          <input
            ref={input}
            type="file"
            hidden
            accept=".csv,.txt"
            aria-label={t("ownRules.add")}
            onChange={({ target }) => {
              const [file] = target.files ?? [];
              if (file) void take(file);
              // the same file may be chosen again after it was mended
              target.value = "";
            }}
          />
        </>
      ) : null}
      {taken ? (
        <OwnRulesPreview
          key={taken.name}
          name={taken.name}
          file={taken.file}
          onDone={() => {
            setTaken(null);
            setAsked(false);
          }}
          onCancel={() => setTaken(null)}
        />
      ) : null}
    </div>
  );
}

// deleting is asked twice: what others judge by as well goes with it
function RemoveRules() {
  const { t } = useTranslation();
  const [isSure, setSure] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const own = useApp((state) =>
    state.ruleSets.find(({ id, own: isOwn }) => isOwn && id === state.sheetParams.ruleSet),
  );
  if (!own) return null;
  const remove = async () => {
    setSure(false);
    await removeRuleSet(own.id).catch((error: unknown) => setFailure(failureOf(error)));
  };
  return (
    <>
      <button type="button" className="quiet" onClick={() => (isSure ? void remove() : setSure(true))}>
        {t(isSure ? "ownRules.removeSure" : "ownRules.remove")}
      </button>
      {failure ? <FailureNote failure={failure} onRetry={remove} /> : null}
    </>
  );
}

// a few rules as a table to work on, headed as the reader's language has it
const TEMPLATES = {
  "zh-CN": {
    columns: ["生活圈", "设施类别", "要求", "服务半径（m）", "判定", "条文"],
    rows: [
      [15, "health.center", "▲", 1000, "步行", ""],
      [10, "小学", "▲", 500, "步行", ""],
      [5, "幼儿园", "▲", 300, "步行", ""],
      [5, "svc.canteen", "△", null, "步行", ""],
    ],
  },
  en: {
    columns: ["tier", "category", "required", "distance_m", "test", "clause"],
    rows: [
      [15, "health.center", "required", 1000, "walk", ""],
      [10, "Primary school", "required", 500, "walk", ""],
      [5, "Kindergarten", "required", 300, "walk", ""],
      [5, "svc.canteen", "as-needed", null, "walk", ""],
    ],
  },
};

async function saveTemplate(title: string): Promise<void> {
  const { writeCsv } = await import("../formats/csv-table.ts");
  saveFile(writeCsv({ title, ...TEMPLATES[useApp.getState().language] }), `${title}.csv`);
}
