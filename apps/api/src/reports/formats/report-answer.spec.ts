import { ReportFormat } from '@ferry/contracts';
import { NotAcceptableError } from '../../graph/content-negotiation';
import { BadRequestError } from '../../graph/graph-http-error';
import { wantedFormat } from './report-answer';

describe('wantedFormat', () => {
  it.each([
    [undefined, undefined, ReportFormat.Json],
    [undefined, '*/*', ReportFormat.Json],
    [undefined, 'application/json', ReportFormat.Json],
    [undefined, 'application/json, text/plain, */*', ReportFormat.Json],
    [undefined, 'text/csv', ReportFormat.Csv],
    [undefined, 'text/*', ReportFormat.Csv],
    [undefined, 'application/json;q=0.5, text/csv', ReportFormat.Csv],
    [undefined, 'application/pdf', ReportFormat.Pdf],
    [undefined, 'text/html, application/xml;q=0.9, */*;q=0.8', ReportFormat.Json],
    ['csv', 'application/json', ReportFormat.Csv],
    ['PDF', undefined, ReportFormat.Pdf],
    ['json', 'text/csv', ReportFormat.Json],
  ])('takes %s, %s for %s', (format, accept, wanted) => {
    expect(wantedFormat(format, accept)).toBe(wanted);
  });

  it('refuses a form that there is not, by the name of the parameter', () => {
    expect(() => wantedFormat('xlsx', undefined)).toThrow(BadRequestError);
    expect(() => wantedFormat('xlsx', undefined)).toThrow('format must be one of json, csv, pdf.');
  });

  it('refuses a client that accepts none of the forms', () => {
    expect(() => wantedFormat(undefined, 'image/png')).toThrow(NotAcceptableError);
  });
});
