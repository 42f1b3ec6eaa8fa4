import { Global, Module } from '@nestjs/common';
import { GraphLinks } from './graph-links';

@Global()
@Module({ providers: [GraphLinks], exports: [GraphLinks] })
export class GraphModule {}
