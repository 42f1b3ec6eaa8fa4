import { JobReport, REPORT_FORMATS, ReportFormat } from '@ferry/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiQuery, getSchemaPath } from '@nestjs/swagger';

const FILE = { schema: { type: 'string', format: 'binary' } } as const;

/** What the operations that answer with a report have in common in the API document. */
export const AnswersReport = (description: string): MethodDecorator =>
  applyDecorators(
    ApiExtraModels(JobReport),
    ApiQuery({
      name: 'format',
      required: false,
      enum: Object.values(ReportFormat),
      description: 'The form of the report; it outweighs `Accept`. Without both: json.',
    }),
    ApiOkResponse({
      description,
      content: {
        [REPORT_FORMATS[ReportFormat.Json]]: { schema: { $ref: getSchemaPath(JobReport) } },
        [REPORT_FORMATS[ReportFormat.Csv]]: FILE,
        [REPORT_FORMATS[ReportFormat.Pdf]]: FILE,
      },
    }),
  );
