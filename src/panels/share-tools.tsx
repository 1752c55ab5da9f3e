import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "./icon.tsx";

/** Takes the link of what is shown away, or says that something about it is wrong: as a mail, or as text to paste. */
export function ShareTools({
  thing,
  source,
  id,
  dataVersion,
}: {
  readonly thing: string;
  readonly source: string;
  /** layer/id of the feature. */
  readonly id: string;
  readonly dataVersion: number;
}) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<"link" | "text" | null>(null);
  const subject = t("share.subject", { thing });
  const text = t("share.text", { thing, source, id, version: dataVersion, link: location.href });
  const copy = async (what: "link" | "text") => {
    await navigator.clipboard.writeText(what === "link" ? location.href : `${subject}\n${text}`);
    setCopied(what);
  };
  const address = `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
  return (
    <div className="share">
      <p className="actions">
        <button type="button" onClick={() => void copy("link")}>
          <Icon name="copy" />
          {copied === "link" ? t("action.copied") : t("share.link")}
        </button>
      </p>
      <details>
        <summary>{t("share.error")}</summary>
        <p className="hint">{t("share.errorHint")}</p>
        <p className="actions">
          <a className="button" href={address}>
            <Icon name="flag" />
            {t("share.mail")}
          </a>
          <button type="button" onClick={() => void copy("text")}>
            <Icon name="copy" />
            {copied === "text" ? t("action.copied") : t("share.copyText")}
          </button>
        </p>
      </details>
    </div>
  );
}
