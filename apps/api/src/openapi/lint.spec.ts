import { type RulesetDefinition, Spectral } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createAdapter } from '../app.setup';
import { AppModule } from '../app.module';
import { readConfig } from '../config/config';
import { rootModule } from '../create-app';
import { Log } from '../logging/log';
import { createDocument } from './document';

describe('The OpenAPI document', () => {
  let app: INestApplication;

  beforeAll(async () => {
    const config = readConfig({ LOG_LEVEL: 'silent' });
    const module = rootModule(AppModule.of(config), config, Log.atLevel('silent'));
    app = await NestFactory.create(module, createAdapter(), { preview: true, abortOnError: false, logger: false });
  });
  afterAll(() => app.close());

  it('is one that tools have nothing to say about', async () => {
    const linter = new Spectral();
    linter.setRuleset({
      extends: [[oas as unknown as RulesetDefinition, 'recommended']],
      rules: {
        // The classes that others extend are told as well; nobody answers one of them alone.
        'oas3-unused-component': 'off',
        // Whom to turn to is up to whoever hosts the service.
        'info-contact': 'off',
      },
    });
    const found = await linter.run(JSON.parse(JSON.stringify(createDocument(app))) as Record<string, unknown>);
    expect(found.map(({ code, path, message }) => `${code} ${path.join('.')}: ${message}`)).toEqual([]);
  });
});
