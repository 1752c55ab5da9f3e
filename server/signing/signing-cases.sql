-- Households and signatures of plots of cases elsewhere, with what their source states of the sum.
SELECT case_plot.plot, case_plot.case_zh AS "caseZh", case_plot.case_en AS "caseEn", case_plot.name_zh AS "nameZh",
  case_plot.name_en AS "nameEn", case_plot.kind, case_plot.households, case_plot.signed, case_plot.as_of AS "asOf",
  case_plot.note_zh AS "noteZh", case_plot.note_en AS "noteEn", figure.value::int AS stated, source.title_zh AS source
FROM case_plot
JOIN programme_figure figure ON figure.code = case_plot.stated_figure
JOIN programme_source source ON source.id = case_plot.source
ORDER BY case_plot.ordinal;
