import type { BottomLine, ProjectProgramme } from "../../server/contract/programme.ts";
import { sendIndicatorValue } from "../findings-backend.ts";
import { datedSource, reasonText } from "../locale/guard-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { readProgramme } from "../state/programme.ts";
import { useApp } from "../state/store.ts";
import { DraftForm, useOpened } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { numberIn, textIn } from "./form-values.ts";
import { LedgerField } from "./ledger-parts.tsx";
import { todayText } from "./today-text.ts";

const SIGNS: Readonly<Record<BottomLine["verdict"], string>> = {
  ...{ kept: "✓", broken: "✗", unknown: "?", "not-applicable": "–", monitored: "·" },
};

interface Lined {
  readonly programme: ProjectProgramme;
  readonly canWrite: boolean;
}

/** The bottom lines of demolition that are numbers: what a project comes to against each limit, and what the city is told to do. */
export function BottomLines({ programme, canWrite }: Lined) {
  const { t } = useReader();
  return (
    <ul className="guards bottom-lines">
      {programme.bottomLines.map((line) => (
        <li
          key={`${line.rule} ${line.projects}`}
          data-line={line.test}
          data-verdict={line.verdict}
          data-status={line.verdict === "kept" ? "passed" : line.verdict === "broken" ? "blocked" : undefined}
        >
          <details>
            <summary>
              <span className="guard-sign" aria-hidden="true">
                {SIGNS[line.verdict]}
              </span>
              <LineName line={line} />
              <span className="guard-reason">
                {line.projects === null ? "" : t("programme.ofScheme", { projects: line.projects })}
                <LineText line={line} />
              </span>
            </summary>
            <LineBasis line={line} />
            {line.monitored === null || !canWrite ? null : (
              <div className="remedy">
                <EnterValue project={programme.project} monitored={line.monitored} />
              </div>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

/** A bottom line by its name and limit. */
export function LineName({ line: { test, limit } }: { readonly line: BottomLine }) {
  const { t, numbers } = useReader();
  const shown =
    limit === null ? "" : test === "rebuild-ratio" ? numbers.number(limit, 1) : numbers.share(limit);
  return <span className="guard-name">{t(`programme.bottom.name.${test}`, { limit: shown })}</span>;
}

/** What a bottom line comes to, in one phrase. */
export function LineText({ line }: { readonly line: BottomLine }) {
  const reader = useReader();
  const { t, numbers } = reader;
  const { test, verdict, low, high, reason, monitored } = line;
  // to one decimal, for 20.4 % is not 20 %
  const number = (value: number) =>
    test === "rebuild-ratio" ? numbers.number(value, 2) : `${numbers.number(value * 100, 1)}%`;
  const found =
    low === null ? null : high === null || high === low ? number(low) : `${number(low)}–${number(high)}`;
  if (verdict === "monitored") {
    if (found === null) return t("programme.bottom.notEntered");
    const isAbove = reason?.code === "monitor-met";
    return t(`programme.bottom.${isAbove ? "above" : "within"}`, {
      ...{ found, asOf: monitored?.asOf, toldBy: monitored?.toldBy },
    });
  }
  if (verdict === "kept")
    return found === null ? t("programme.bottom.none") : t("programme.bottom.kept", { found });
  return reason === null ? t(`programme.bottom.${verdict}`) : reasonText(reason, reader);
}

function LineBasis({ line }: { readonly line: BottomLine }) {
  const { t, language } = useReader();
  const { jurisdiction, clause, clauseStatus } = line;
  return (
    <dl className="guard-basis">
      <dt>{t("programme.bottom.limit")}</dt>
      <dd>{language === "en" ? line.textEn : line.textZh}</dd>
      <dt>{t("programme.basis")}</dt>
      <dd lang="zh-CN">
        {[jurisdiction, clause, datedSource(line)].join(" · ")}
        {clauseStatus === "unverified" ? <span className="tag">{t("programme.unverified")}</span> : null}
      </dd>
    </dl>
  );
}

interface Entering {
  readonly project: string;
  readonly monitored: NonNullable<BottomLine["monitored"]>;
}

// what the city is told of by its own offices is entered once, and read by every project
function EnterValue({ project, monitored: { edition, indicator, zone } }: Entering) {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const draft = `bottom line ${district} ${edition} ${indicator}`;
  const [isOpen, setOpen] = useOpened(draft);
  const send = async (form: FormData) => {
    await sendIndicatorValue(district!, {
      ...{ edition, indicator, zone: zone!, asOf: textIn(form, "asOf") ?? "" },
      value: (numberIn(form, "value") ?? Number.NaN) / 100,
      ...{ toldBy: textIn(form, "toldBy") ?? "", note: null, level: "public" },
    });
    await readProgramme(project);
  };
  if (zone === null) return null;
  if (!isOpen)
    return (
      <button type="button" className="quiet" onClick={() => setOpen(true)}>
        {t("programme.bottom.enter")}
      </button>
    );
  return (
    <DraftForm
      draft={draft}
      onSend={send}
      onClose={() => setOpen(false)}
      save={t("programme.save")}
      Refusal={EntryRefusal}
    >
      <p className="hint">{t("programme.bottom.enterHint")}</p>
      <div className="project-selects">
        <LedgerField name="value" type="number" label={t("programme.bottom.value")} min={-100} required />
        <LedgerField
          name="asOf"
          type="date"
          label={t("programme.bottom.asOf")}
          required
          initial={todayText()}
        />
      </div>
      <LedgerField name="toldBy" label={t("programme.bottom.toldBy")} required />
    </DraftForm>
  );
}
