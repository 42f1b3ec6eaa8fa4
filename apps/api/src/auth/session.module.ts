import { Module } from '@nestjs/common';
import { TenantsModule } from '../tenants/tenants.module';
import { SessionController } from './session.controller';

@Module({ imports: [TenantsModule], controllers: [SessionController] })
export class SessionModule {}
