import { useTranslation } from "react-i18next";

/** No district at all: how to bring one in. */
export function EmptyState() {
  const { t } = useTranslation();
  return (
    <main className="lone empty">
      <Contours />
      <h1>{t("empty.title")}</h1>
      <p>{t("empty.text")}</p>
      <pre>
        <code>{t("empty.command")}</code>
      </pre>
      <button type="button" className="primary" onClick={() => location.reload()}>
        {t("empty.reload")}
      </button>
    </main>
  );
}

// a hill between two rivers, as contour lines
function Contours() {
  return (
    <svg className="contours" viewBox="0 0 240 120" aria-hidden="true">
      {[0, 1, 2, 3, 4].map((step) => (
        <path
          key={step}
          d={`M${10 + step * 18} 60 C ${40 + step * 16} ${12 + step * 10}, ${170 - step * 6} ${14 + step * 9}, ${228 - step * 20} 60 C ${170 - step * 6} ${108 - step * 9}, ${40 + step * 16} ${110 - step * 10}, ${10 + step * 18} 60 Z`}
        />
      ))}
    </svg>
  );
}
