import { Component, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../state/store.ts";

interface Props {
  readonly children: ReactNode;
}

/**
 * Holds what failed to load, or to be drawn, to its own place: a part of the page's program may be asked for while the
 * connection is lost. A browser may not ask twice for such a part, so the page is loaded anew; its address holds its state.
 */
export class LoadBoundary extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <NotLoaded /> : this.props.children;
  }
}

const reload = () => location.reload();

function NotLoaded() {
  const { t } = useTranslation();
  const online = useApp((state) => state.online);
  const [wasOnline] = useState(online);
  const isBack = online && !wasOnline;
  useEffect(() => {
    if (isBack) reload();
  }, [isBack]);
  return (
    <div className="failure" role="alert" data-code="not-loaded">
      <strong>{t("app.notLoaded")}</strong>
      <p>{t(online ? "app.notLoadedHint" : "app.notLoadedOffline")}</p>
      <button type="button" onClick={reload}>
        {t("app.reload")}
      </button>
    </div>
  );
}
