import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PROJECTS_VIEWS, type ProjectsView, showView } from "../state/projects-view.ts";
import { useApp } from "../state/store.ts";
import { Icon } from "./icon.tsx";
import { PANEL_VIEWS, VIEW_GROUPS } from "./projects-views.tsx";

/** Leads to every view of mode Projects, by groups; closed by Escape, by a choice and by turning to anything else. */
export function ProjectsMenu() {
  const { t } = useTranslation();
  const id = useId();
  const menu = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isOpen) return;
    event.preventDefault();
    close();
  };
  useEffect(() => {
    const onPointer = ({ target }: PointerEvent) => {
      if (!menu.current?.contains(target as Node)) setOpen(false);
    };
    if (isOpen) addEventListener("pointerdown", onPointer);
    return () => removeEventListener("pointerdown", onPointer);
  }, [isOpen]);
  return (
    <nav
      ref={menu}
      className="projects-menu"
      aria-label={t("projects.menu.title")}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t("projects.menu.title")}
        <Icon name="chevron" />
      </button>
      {isOpen ? <Groups id={id} onChosen={close} /> : null}
    </nav>
  );
}

function Groups({ id, onChosen }: { readonly id: string; readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const isInternal = useApp((state) => state.settings?.internal === true);
  const shown = useApp((state) => state.projectsView);
  const here = PANEL_VIEWS[shown].within ?? shown;
  const choose = (view: ProjectsView) => {
    showView(view);
    onChosen();
  };
  return (
    <div id={id} className="projects-menu-groups">
      {VIEW_GROUPS.map((group) => (
        <section key={group} aria-labelledby={`${id}${group}`}>
          <h3 id={`${id}${group}`}>{t(`projects.menu.groups.${group}`)}</h3>
          <div>
            {PROJECTS_VIEWS.filter((view) => PANEL_VIEWS[view].group === group)
              .filter((view) => isInternal || !PANEL_VIEWS[view].internal)
              .map((view) => (
                <button
                  key={view}
                  type="button"
                  aria-current={view === here ? "page" : undefined}
                  onClick={() => choose(view)}
                >
                  {t(PANEL_VIEWS[view].label)}
                </button>
              ))}
          </div>
        </section>
      ))}
    </div>
  );
}
