import type { ProgrammeItem, ProgrammeItemGroup } from "../../server/contract/programme-items.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { select } from "../state/selection.ts";
import { useApp } from "../state/store.ts";
import { useOpened } from "./draft-form.tsx";
import { ItemForm, itemDraft } from "./item-form.tsx";

interface ListItemProps {
  readonly item: ProgrammeItem;
  readonly lists: readonly ProgrammeItemGroup[];
}

/** An item of a list: title, lead, deadline, state, and the projects it links to. */
export function ListItem({ item, lists }: ListItemProps) {
  const { t, language } = useReader();
  const canWrite = useApp((state) => state.settings?.readOnly === false);
  const [isOpen, setOpen] = useOpened(itemDraft(item));
  const list = lists.find(({ code }) => code === item.list);
  return (
    <li data-item={item.id} data-overdue={item.overdue}>
      <p>
        <b>{item.title}</b>
        {item.invented ? <span className="mark mark-sample">{t("lists.invented")}</span> : null}
        {item.overdue ? <span className="overdue">{t("lists.overdueMark")}</span> : null}
      </p>
      <p className="hint">
        {[
          list && nameIn(language, list),
          t(`lists.state.${item.state}`),
          item.leadDepartment ?? t("lists.noLead"),
          item.deadline ?? t("lists.noDeadline"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {item.projects.length === 0 ? null : (
        <p>
          {item.projects.map((project) => (
            <button
              key={project.id}
              type="button"
              className="chip"
              onClick={() => select({ layer: "project", id: project.id })}
            >
              {nameIn(language, project)}
            </button>
          ))}
        </p>
      )}
      <p className="source">
        {t(`sheetPage.jurisdiction.${item.jurisdiction}`)} ·{" "}
        {item.invented ? t("app.sampleSource") : <span lang="zh-CN">{item.source}</span>}
        {canWrite && !isOpen ? (
          <button type="button" className="quiet" onClick={() => setOpen(true)}>
            {t("lists.edit")}
          </button>
        ) : null}
      </p>
      {isOpen ? (
        <ItemForm item={item} lists={lists} chosen={item.list} onClose={() => setOpen(false)} />
      ) : null}
    </li>
  );
}
