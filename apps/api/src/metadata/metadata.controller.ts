import { Controller, Get, Header } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Public } from '../auth/current-caller';
import { csdl } from './csdl';

/** The schema of the contract, which Graph also tells whoever asks (OData 4.01 part 1, section 11.1.2). */
@ApiTags('$metadata')
@Controller('$metadata')
export class MetadataController {
  private document: string | undefined;

  @Public()
  @Get()
  @Header('Content-Type', 'application/xml; charset=utf-8')
  @ApiOperation({ summary: 'Get the schema of the contract as CSDL' })
  @ApiProduces('application/xml')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'CSDL 4.0 in XML.' })
  get(): string {
    this.document ??= csdl();
    return this.document;
  }
}
