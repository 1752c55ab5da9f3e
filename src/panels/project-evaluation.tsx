import "../look/entry.css";
import { useEffect, useState } from "react";
import type { EvaluationItem, ProjectEvaluation } from "../../server/contract/evaluation.ts";
import { type Failure, failureOf } from "../backend.ts";
import { deleteTarget, readAgain, readEvaluation, sendTarget } from "../entry-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useFindingReader } from "../locale/use-finding-reader.ts";
import { showExtent } from "../state/appearance.ts";
import { useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { EntryRefusal } from "./entry-refusal.tsx";
import { TargetForm } from "./target-form.tsx";

/** 效果评估: the indicators a project was to move, before, target and now, read again whenever asked. */
export function ProjectEvaluationPart({ project }: { readonly project: string }) {
  const { t } = useFindingReader();
  const district = useApp((state) => state.district)!;
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [evaluation, setEvaluation] = useState<ProjectEvaluation | null>(null);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const draft = `target ${project}`;
  const [isOpen, setOpen] = useOpened(draft);
  const of = { district, id: project };
  const attempt = async (send: () => Promise<ProjectEvaluation>) => {
    setBusy(true);
    try {
      setEvaluation(await send());
      setRefusal(null);
    } catch (error) {
      setRefusal(failureOf(error));
    }
    setBusy(false);
  };
  useEffect(() => {
    let isShown = true;
    readEvaluation({ district, id: project }).then(
      (read) => isShown && setEvaluation(read),
      (error: unknown) => isShown && setRefusal(failureOf(error)),
    );
    return () => {
      isShown = false;
    };
  }, [district, project]);
  return (
    <section id="evaluation" className="project-evaluation" aria-busy={isBusy}>
      <h3>{t("entry.evaluation.title")}</h3>
      {evaluation === null ? null : <Items evaluation={evaluation} onDrop={canWrite ? drop : null} />}
      <EntryRefusal refusal={refusal} />
      {canWrite ? (
        <p className="actions">
          {evaluation?.items.some(({ finding }) => finding === null) ? (
            <button type="button" disabled={isBusy} onClick={() => attempt(() => readAgain(of))}>
              {t(isBusy ? "entry.evaluation.reading" : "entry.evaluation.read")}
            </button>
          ) : null}
          {isOpen ? null : (
            <button type="button" onClick={() => setOpen(true)}>
              {t("entry.evaluation.add")}
            </button>
          )}
        </p>
      ) : null}
      {isOpen ? (
        <TargetForm
          draft={draft}
          onSend={async (body) => setEvaluation(await sendTarget(of, body))}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );

  function drop({ edition, indicator, zone }: EvaluationItem) {
    if (zone !== null) void attempt(() => deleteTarget(of, { edition, indicator, zone }));
  }
}

interface ItemsProps {
  readonly evaluation: ProjectEvaluation;
  readonly onDrop: ((item: EvaluationItem) => void) | null;
}

function Items({ evaluation: { items, counts }, onDrop }: ItemsProps) {
  const { t } = useFindingReader();
  if (items.length === 0) return <p className="hint">{t("entry.evaluation.none")}</p>;
  return (
    <>
      <p>{t("entry.evaluation.counts", { ...counts, worse: counts["not-improved"] })}</p>
      <table className="evaluation-table">
        <thead>
          <tr>
            {(["indicator", "before", "target", "now"] as const).map((column) => (
              <th key={column} scope="col">
                {t(`entry.evaluation.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Item
              key={`${item.finding} ${item.edition} ${item.indicator} ${item.zone}`}
              item={item}
              onDrop={onDrop}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Item({ item, onDrop }: { readonly item: EvaluationItem } & Pick<ItemsProps, "onDrop">) {
  const { t, language, valueText } = useFindingReader();
  const { unit, extent, finding, outcome, beforeValue, beforeOn, targetValue, targetYear, basis } = item;
  const zone = nameIn(language, { nameZh: item.zoneZh, nameEn: item.zoneEn }) ?? item.zone;
  return (
    <tr data-outcome={outcome}>
      <th scope="row">
        {nameIn(language, item)}
        <small>
          {extent === null || zone === null ? (
            zone
          ) : (
            <button type="button" className="quiet" onClick={() => showExtent(extent)}>
              {zone}
            </button>
          )}
          {finding === null ? ` ${basis ?? ""}` : ` · ${t("entry.evaluation.ofFinding")}`}
          {finding === null && onDrop ? (
            <button type="button" className="quiet" onClick={() => onDrop(item)}>
              {t("entry.evaluation.drop")}
            </button>
          ) : null}
        </small>
      </th>
      <td>
        {valueText(unit, beforeValue)}
        <small>{beforeOn}</small>
      </td>
      <td>
        {valueText(unit, targetValue)}
        <small>{targetYear}</small>
      </td>
      <td>
        <Now item={item} />
      </td>
    </tr>
  );
}

function Now({ item: { readings, outcome, unit } }: { readonly item: EvaluationItem }) {
  const { t, valueText } = useFindingReader();
  const now = readings.at(-1);
  if (!now) return t("entry.evaluation.unread");
  const { value, reason, toldBy, measuredVersion, readOn } = now;
  const from =
    toldBy !== null
      ? t("entry.evaluation.told", { who: toldBy })
      : t("entry.evaluation.measured", { version: measuredVersion });
  return (
    <>
      {value === null ? null : valueText(unit, value)} <b>{t(`entry.evaluation.outcome.${outcome}`)}</b>
      <small>{[readOn, value === null ? t(`findings.recheckReason.${reason}`) : from].join(" · ")}</small>
    </>
  );
}
