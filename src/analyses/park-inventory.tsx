import { useTranslation } from "react-i18next";
import type { Parks } from "../../server/contract/park-coverage.ts";
import { useNumbers } from "../locale/use-numbers.ts";

/** The parks of the area by their size, and how much there is for each resident. */
export function ParkInventory({ parks }: { readonly parks: Parks | null }) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  if (parks === null) return null;
  const { count, areaSqm, perResidentSqm, standards, bySize, pocket, sizeUnknown } = parks;
  const sizeText = (min: number | null, below: number | null) => {
    const [from, to] = [min, below].map((each) => (each === null ? null : numbers.number(each)));
    if (from === null) return to === null ? t("radius.parks.any") : t("radius.parks.below", { to });
    return to === null ? t("radius.parks.from", { from }) : t("radius.parks.between", { from, to });
  };
  return (
    <section className="radius-parks" data-field="parks">
      <h3>{t("radius.parks.title")}</h3>
      <p>
        {t("radius.parks.sum", { count, area: numbers.area(areaSqm) })}
        {perResidentSqm === null
          ? ""
          : t("radius.parks.perResident", { sqm: numbers.number(perResidentSqm, 2) })}
      </p>
      <p className="hint">
        {t("radius.parks.pocket", {
          count: pocket.count,
          area: numbers.area(pocket.areaSqm),
          mean: numbers.area(pocket.meanSqm),
        })}
        {sizeUnknown > 0 ? ` ${t("radius.parks.sizeUnknown", { count: sizeUnknown })}` : ""}
      </p>
      <ParkStandards standards={standards} />
      <table className="classes radius-sizes">
        <thead>
          <tr>
            <th scope="col">{t("radius.parks.size")}</th>
            <th scope="col">{t("radius.parks.count")}</th>
            <th scope="col">{t("field.areaSqm")}</th>
          </tr>
        </thead>
        <tbody>
          {bySize.map((each) => (
            <tr key={each.areaSqmMin ?? 0}>
              <th scope="row">{sizeText(each.areaSqmMin, each.areaSqmBelow)}</th>
              <td>{numbers.number(each.count)}</td>
              <td>{numbers.area(each.areaSqm)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ParkStandards({ standards }: Pick<Parks, "standards">) {
  const { t } = useTranslation();
  const numbers = useNumbers();
  const [first] = standards;
  if (!first) return null;
  const tiers = standards.map(({ tier, sqmPerResident }) =>
    t("radius.parks.standardTier", { tier, sqm: numbers.number(sqmPerResident, 2) }),
  );
  const renewal = numbers.share(first.renewalSqmPerResident / first.sqmPerResident);
  return (
    <p className="hint" data-field="standards">
      {t("radius.parks.standard", { clause: first.clause, tiers: tiers.join(t("radius.and")), renewal })}
    </p>
  );
}
