const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table in a file as it is sent: an XLSX workbook, else CSV. */
export const sentTable = (file: File) => ({
  method: "POST" as const,
  headers: { "content-type": /\.xlsx$/i.test(file.name) ? XLSX_TYPE : "text/csv" },
  body: file,
});
