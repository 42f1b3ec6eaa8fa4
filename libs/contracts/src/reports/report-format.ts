/** The forms in which a report can be had; `format` of a request names one. */
export enum ReportFormat {
  Json = 'json',
  Csv = 'csv',
  Pdf = 'pdf',
}

/** The media type of each form, as `Accept` asks for it, the usual one first. */
export const REPORT_FORMATS: Readonly<Record<ReportFormat, string>> = {
  [ReportFormat.Json]: 'application/json',
  [ReportFormat.Csv]: 'text/csv',
  [ReportFormat.Pdf]: 'application/pdf',
};
