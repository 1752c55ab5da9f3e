import { useEffect } from "react";
import {
  ITEM_STATES,
  type ItemState,
  type ProgrammeItem,
  type ProgrammeItemGroup,
} from "../../server/contract/programme-items.ts";
import { nameIn } from "../locale/name-text.ts";
import { useReader } from "../locale/use-reader.ts";
import { dropDraft } from "../state/drafts.ts";
import { removeItem, saveItem } from "../state/programme-items.ts";
import { answerOfRun, useApp } from "../state/store.ts";
import { DraftForm } from "./draft-form.tsx";
import { textIn } from "./form-values.ts";
import { PickMany } from "./pick-many.tsx";
import { SigningField, SigningRefusal } from "./signing-field.tsx";

/** What the draft of an item is kept under. */
export const itemDraft = (item: ProgrammeItem | null) => `item ${item?.id ?? "new"}`;

interface ItemFormProps {
  /** null = a new one. */
  readonly item: ProgrammeItem | null;
  readonly lists: readonly ProgrammeItemGroup[];
  readonly chosen: string | null;
  readonly onClose: () => void;
}

/** Enters an item, changes or removes one; what is typed stays where the service does not take it. */
export function ItemForm({ item, lists, chosen, onClose }: ItemFormProps) {
  const { t, language } = useReader();
  useEffect(() => () => useApp.setState({ programmeRefusal: null }), []);
  const send = (form: FormData) =>
    saveItem(item?.id ?? null, {
      list: textIn(form, "list") ?? "",
      title: textIn(form, "title") ?? "",
      leadDepartment: textIn(form, "leadDepartment"),
      deadline: textIn(form, "deadline"),
      state: (textIn(form, "state") ?? "not-begun") as ItemState,
      projects: form.getAll("projects").map(String),
      source: textIn(form, "source") ?? "",
    });
  const remove = async () => {
    if (item === null || !(await removeItem(item.id))) return;
    dropDraft(itemDraft(item));
    onClose();
  };
  return (
    <DraftForm
      draft={itemDraft(item)}
      onSend={send}
      onClose={onClose}
      save={t("lists.form.save")}
      beside={
        item === null ? null : (
          <button type="button" onClick={() => void remove()}>
            {t("lists.form.remove")}
          </button>
        )
      }
    >
      <label className="field">
        <span>{t("lists.form.list")}</span>
        <select name="list" defaultValue={item?.list ?? chosen ?? lists[0]?.code}>
          {lists.map((list) => (
            <option key={list.code} value={list.code}>
              {nameIn(language, list)}
            </option>
          ))}
        </select>
      </label>
      <SigningField name="title" label={t("lists.form.title")} required initial={item?.title} />
      <SigningField
        name="leadDepartment"
        label={t("lists.form.leadDepartment")}
        initial={item?.leadDepartment}
      />
      <SigningField name="deadline" type="date" label={t("lists.form.deadline")} initial={item?.deadline} />
      <label className="field">
        <span>{t("lists.form.state")}</span>
        <select name="state" defaultValue={item?.state ?? "not-begun"}>
          {ITEM_STATES.map((state) => (
            <option key={state} value={state}>
              {t(`lists.state.${state}`)}
            </option>
          ))}
        </select>
      </label>
      <Projects linked={item?.projects ?? []} />
      <SigningField name="source" label={t("lists.form.source")} required initial={item?.source} />
      <SigningRefusal />
    </DraftForm>
  );
}

// those of the list of projects as it is filtered, and those that are linked already
function Projects({ linked }: { readonly linked: ProgrammeItem["projects"] }) {
  const { t, language } = useReader();
  const found = useApp((state) => answerOfRun(state.projects)?.items);
  const others = (found ?? []).filter(({ id }) => !linked.some((each) => each.id === id));
  const options = [...linked, ...others].map((project) => ({
    id: project.id,
    label: nameIn(language, project) ?? project.id,
  }));
  return (
    <PickMany
      name="projects"
      legend={t("lists.form.projects")}
      groups={[{ key: "all", label: "", options }]}
      initial={linked.map(({ id }) => id)}
    />
  );
}
