import type { Scorecard, ScorecardItem, ScoredSubject } from "../../server/contract/dispatch-snapshot.ts";
import { Segments } from "../analyses/segments.tsx";
import { readScorecard, readSnapshots, sendEntry } from "../dispatch-backend.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { chooseDispatch } from "../state/dispatch.ts";
import { useApp } from "../state/store.ts";
import { SnapshotChoice } from "./dispatch-snapshots.tsx";
import { DraftForm } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { FormField, ProgrammeRefusal } from "./form-parts.tsx";
import { textIn } from "./form-values.ts";
import { NoSnapshots } from "./no-snapshots.tsx";
import { Skeleton } from "./skeleton.tsx";
import { useAsked } from "./use-asked.ts";

const GROUPINGS = ["unit", "subdistrict"] as const;

/** How units or subdistricts did in a snapshot; what is typed in is marked, what is unknown weighs nothing. */
export function ScorecardView() {
  const { t } = useReader();
  const district = useApp((state) => state.district);
  const { snapshot: wanted, by } = useApp((state) => state.dispatchChoice);
  const snapshots = useAsked(district, () => readSnapshots(district!));
  const chosen = wanted ?? snapshots.result?.items[0]?.id ?? null;
  const key = chosen === null ? null : `${district} ${chosen} ${by}`;
  const card = useAsked(key, () => readScorecard(district!, chosen!, by));
  const failure = snapshots.failure ?? card.failure;
  if (failure !== null) return <FailureNote failure={failure} onRetry={card.again} />;
  if (snapshots.result === null) return <Skeleton lines={6} />;
  if (chosen === null) return <NoSnapshots />;
  return (
    <>
      <SnapshotChoice snapshots={snapshots.result.items} chosen={chosen} />
      <Segments
        legend={t("dispatch.score.by")}
        unseen
        name="score-by"
        values={GROUPINGS}
        textOf={(each) => t(`dispatch.score.units.${each}`)}
        chosen={by}
        onChoose={(each) => chooseDispatch({ by: each })}
      />
      {card.result === null ? <Skeleton lines={8} /> : <Card card={card.result} onTyped={card.put} />}
    </>
  );
}

interface CardProps {
  readonly card: Scorecard;
  readonly onTyped: (card: Scorecard) => void;
}

function Card({ card, onTyped }: CardProps) {
  const { t, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const name = (item: ScorecardItem) => (language === "en" ? item.nameEn : item.nameZh);
  return (
    <>
      <div className="dispatch-scroll">
        <table className="scorecard">
          <thead>
            <tr>
              <th scope="col">{t("dispatch.score.subject")}</th>
              <th scope="col">{t("dispatch.score.score")}</th>
              {card.items.map((item) => (
                <th key={item.item} scope="col" data-typed={item.measure === null}>
                  {name(item)}
                  <small>
                    {t("dispatch.score.weight", { weight: item.weight })}
                    {item.clauseStatus === "unverified" ? ` · ${t("dispatch.score.trial")}` : ""}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {card.subjects.map((subject) => (
              <Subject key={subject.subject} subject={subject} card={card} />
            ))}
          </tbody>
        </table>
      </div>
      {canWrite ? <Typing key={`${card.snapshot.id} ${card.by}`} card={card} onTyped={onTyped} /> : null}
      <details className="dispatch-take">
        <summary>{t("dispatch.score.basis")}</summary>
        {card.items.map((item) => (
          <p key={item.item} className="source">
            <b>{name(item)}</b> {language === "en" ? item.basisEn : item.basisZh} ·{" "}
            {[item.jurisdiction, item.clause, item.source, item.asOf].join(" · ")}
          </p>
        ))}
      </details>
    </>
  );
}

function Subject({ subject, card }: { readonly subject: ScoredSubject; readonly card: Scorecard }) {
  const { t, numbers, language } = useReader();
  const { score, knownWeight, projects, shares } = subject;
  return (
    <tr data-subject={subject.subject}>
      <th scope="row">
        {nameIn(language, subject) ?? subject.subject ?? t("dispatch.score.unknown")}
        <small>{`${t("dispatch.score.projects")} ${projects}`}</small>
      </th>
      <td className="sum">
        <b>{score === null ? t("dispatch.score.unknown") : numbers.number(score, 1)}</b>
        {knownWeight === card.weight || score === null ? null : (
          <small>{t("dispatch.score.partly", { known: knownWeight, all: card.weight })}</small>
        )}
      </td>
      {shares.map(({ item, share, projects: counted, reason }) => (
        <td key={item} className="sum" title={reason ?? undefined}>
          {share === null ? t("dispatch.score.unknown") : numbers.share(share)}
          {share !== null && counted === null ? (
            <small className="tag">{t("dispatch.score.typed")}</small>
          ) : null}
        </td>
      ))}
    </tr>
  );
}

function Typing({ card, onTyped }: CardProps) {
  const { t, language } = useReader();
  const district = useApp((state) => state.district);
  const typed = card.items.filter(({ measure }) => measure === null);
  const send = async (form: FormData) => {
    const next = await sendEntry(district!, card.snapshot.id, {
      by: card.by,
      subject: textIn(form, "subject") ?? "",
      item: textIn(form, "item") ?? "",
      share: Number(textIn(form, "share")) / 100,
      reason: textIn(form, "reason") ?? "",
    });
    onTyped(next);
  };
  return (
    <details className="dispatch-take">
      <summary>{t("dispatch.score.type")}</summary>
      <DraftForm
        className="dispatch-entry"
        draft={`score ${card.snapshot.id} ${card.by}`}
        onSend={send}
        save={t("dispatch.save")}
        Refusal={ProgrammeRefusal}
      >
        <label className="field">
          <span>{t("dispatch.score.subject")}</span>
          <select name="subject" required>
            {card.subjects.map((each) =>
              each.subject === null ? null : (
                <option key={each.subject} value={each.subject}>
                  {nameIn(language, each) ?? each.subject}
                </option>
              ),
            )}
          </select>
        </label>
        <label className="field">
          <span>{t("dispatch.item")}</span>
          <select name="item" required>
            {typed.map((each) => (
              <option key={each.item} value={each.item}>
                {language === "en" ? each.nameEn : each.nameZh}
              </option>
            ))}
          </select>
        </label>
        <FormField name="share" label={t("dispatch.score.share")} type="number" required />
        <FormField name="reason" label={t("dispatch.score.reason")} required />
      </DraftForm>
    </details>
  );
}
