import "../look/lists-view.css";
import "../look/programme.css";
import { useEffect } from "react";
import {
  ITEM_STANDINGS,
  type ProgrammeItem,
  type ProgrammeItemGroup,
  type ProgrammeItemList,
} from "../../server/contract/programme-items.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { followItems, itemsAgain, setItemList, setItemStanding } from "../state/programme-items.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { FailureNote } from "./failure-note.tsx";
import { ItemFilePart } from "./item-file.tsx";
import { ItemForm, itemDraft } from "./item-form.tsx";
import { ListItem } from "./list-item.tsx";
import { Skeleton } from "./skeleton.tsx";

/** The four lists and the measures: what is published of each beside what is entered, and the items behind. */
export function ListsView() {
  const { t } = useReader();
  const run = useApp((state) => state.programmeItems);
  useEffect(followItems, []);
  const answer = answerOfRun(run);
  return (
    <article className="card lists-view" data-items={run.status} aria-busy={run.status === "running"}>
      <h2 className="card-title">{t("lists.title")}</h2>
      {run.status === "failed" ? <FailureNote failure={run.failure} onRetry={itemsAgain} /> : null}
      {run.status === "running" && answer === null ? <Skeleton lines={8} /> : null}
      {answer === null ? null : <Lists answer={answer} />}
    </article>
  );
}

function Lists({ answer }: { readonly answer: ProgrammeItemList }) {
  const { t } = useReader();
  const chosen = useApp((state) => state.itemList);
  const isChosen = answer.lists.some(({ code }) => code === chosen);
  const kinds = [...new Set(answer.lists.map(({ kind }) => kind))];
  return (
    <>
      {kinds.map((kind) => (
        <Kind key={kind} kind={kind} lists={answer.lists.filter((list) => list.kind === kind)} />
      ))}
      {isChosen ? (
        <button type="button" className="quiet" onClick={() => setItemList(null)}>
          {t("lists.all")}
        </button>
      ) : null}
      <Items
        items={answer.items.filter(({ list }) => !isChosen || list === chosen)}
        lists={answer.lists}
        chosen={isChosen ? chosen : null}
      />
      <ItemFilePart imports={answer.imports} />
    </>
  );
}

interface KindProps {
  readonly kind: ProgrammeItemGroup["kind"];
  readonly lists: readonly ProgrammeItemGroup[];
}

function Kind({ kind, lists }: KindProps) {
  const { t, numbers, language } = useReader();
  const [first] = lists;
  const isPublished = lists.every(({ published }) => published !== null);
  const sum = (of: (list: ProgrammeItemGroup) => number) => lists.reduce((all, list) => all + of(list), 0);
  const source = language === "en" ? first?.sourceEn : first?.sourceZh;
  return (
    <section data-kind={kind}>
      <h3>{t(`lists.kind.${kind}`)}</h3>
      <ul className="list-tiles">
        {lists.map((list) => (
          <li key={list.code}>
            <Tile list={list} />
          </li>
        ))}
      </ul>
      {isPublished ? (
        <p className="hint">
          {t("lists.sum", {
            name: t(`lists.kind.${kind}`),
            published: numbers.number(sum(({ published }) => published ?? 0)),
            entered: numbers.number(sum(({ entered }) => entered)),
          })}
        </p>
      ) : null}
      {first === undefined ? null : (
        <p className="source">
          {[t(`sheetPage.jurisdiction.${first.jurisdiction}`), source, first.asOf]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
    </section>
  );
}

function Tile({ list }: { readonly list: ProgrammeItemGroup }) {
  const { t, numbers, language } = useReader();
  const chosen = useApp((state) => state.itemList);
  const { code, published, entered, done, overdue, invented } = list;
  const told = {
    published: numbers.number(published),
    unit: (language === "en" ? list.unitEn : list.unitZh) ?? "",
    entered: numbers.number(entered),
  };
  const more = [
    done > 0 ? t("lists.done", { count: done }) : null,
    overdue > 0 ? t("lists.overdue", { count: overdue }) : null,
    invented > 0 ? t("lists.inventedCount", { count: invented }) : null,
  ];
  return (
    <button
      type="button"
      className="list-tile"
      aria-pressed={chosen === code}
      data-list={code}
      onClick={() => setItemList(chosen === code ? null : code)}
    >
      <b>{nameIn(language, list)}</b>
      <span>{t(published === null ? "lists.notPublished" : "lists.published", told)}</span>
      <small>{more.filter(Boolean).join(" · ")}</small>
    </button>
  );
}

/** Which of the items are shown, and how many that are real. */
function Standing({ items }: Pick<ItemsProps, "items">) {
  const { t } = useReader();
  const standing = useApp((state) => state.itemStanding);
  const invented = items.filter((item) => item.invented).length;
  return (
    <>
      <fieldset className="project-codes">
        <legend>{t("lists.standing")}</legend>
        {ITEM_STANDINGS.map((each) => (
          <button
            key={each}
            type="button"
            className="chip"
            aria-pressed={standing === each}
            onClick={() => setItemStanding(standing === each ? null : each)}
          >
            {t(`lists.standingOf.${each}`)}
          </button>
        ))}
      </fieldset>
      <p className="project-count" aria-live="polite" data-total={items.length - invented}>
        <b>{t("lists.count", { count: items.length - invented })}</b>
        {invented === 0 ? null : <span>{t("lists.inventedCount", { count: invented })}</span>}
      </p>
    </>
  );
}

interface ItemsProps {
  readonly items: readonly ProgrammeItem[];
  readonly lists: readonly ProgrammeItemGroup[];
  readonly chosen: string | null;
}

function Items({ items, lists, chosen }: ItemsProps) {
  const { t } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [isOpen, setOpen] = useOpened(itemDraft(null));
  const isEmpty = lists.every(({ code, entered }) => (chosen !== null && code !== chosen) || entered === 0);
  return (
    <section>
      {isEmpty ? <p className="hint">{t("lists.notTitled")}</p> : null}
      <Standing items={items} />
      {items.length === 0 ? <p className="hint">{t("lists.none")}</p> : null}
      <ul className="list-items">
        {items.map((item) => (
          <ListItem key={item.id} item={item} lists={lists} />
        ))}
      </ul>
      {canWrite && !isOpen ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t("lists.add")}
        </button>
      ) : null}
      {isOpen ? <ItemForm item={null} lists={lists} chosen={chosen} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
