import type { CheckContext } from '../../run/check-context';
import type { Factory, Kiota, Model } from './kiota';

/** A request as the generated clients write it: an address template, and what fills it. */
export interface TemplatedRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `{+baseurl}`. */
  readonly template: string;
  readonly values?: Readonly<Record<string, string | number | boolean>>;
  readonly body?: Model;
}

interface RequestInformation {
  httpMethod: string;
  urlTemplate: string;
  pathParameters: Record<string, unknown>;
  readonly headers: { tryAdd(name: string, value: string): boolean };
  setStreamContent(content: ArrayBuffer, contentType: string): void;
}

interface Adapter {
  baseUrl: string;
  send(request: RequestInformation, factory: Factory, errors: object): Promise<Model | undefined>;
  sendPrimitive(request: RequestInformation, type: 'number', errors: object): Promise<number | undefined>;
}

interface Abstractions {
  readonly RequestInformation: new () => RequestInformation;
  readonly AnonymousAuthenticationProvider: new () => object;
  readonly ParseNodeFactoryRegistry: new () => { readonly contentTypeAssociatedFactories: Map<string, object> };
}

interface FetchLibrary {
  readonly FetchRequestAdapter: new (authentication: object, parsers: object) => Adapter;
}

/** Sends requests as the generated TypeScript client does: with its middleware, its parsers and its error classes. */
export class KiotaAdapter {
  private constructor(
    private readonly test: CheckContext,
    private readonly kiota: Kiota,
    private readonly abstractions: Abstractions,
    private readonly adapter: Adapter,
  ) {}

  static async of(test: CheckContext, kiota: Kiota): Promise<KiotaAdapter> {
    const load = async <T>(name: string): Promise<T> => (await import(name)) as T;
    const abstractions = await load<Abstractions>('@microsoft/kiota-abstractions');
    const { FetchRequestAdapter } = await load<FetchLibrary>('@microsoft/kiota-http-fetchlibrary');
    const { TextParseNodeFactory } = await load<{ TextParseNodeFactory: new () => object }>(
      '@microsoft/kiota-serialization-text',
    );
    const parsers = new abstractions.ParseNodeFactoryRegistry();
    parsers.contentTypeAssociatedFactories.set('application/json', kiota.jsonParser());
    parsers.contentTypeAssociatedFactories.set('text/plain', new TextParseNodeFactory());
    const adapter = new FetchRequestAdapter(new abstractions.AnonymousAuthenticationProvider(), parsers);
    adapter.baseUrl = test.absolute(test.root);
    return new KiotaAdapter(test, kiota, abstractions, adapter);
  }

  /** What the client gives for an answer; undefined for one without a body. Throws the model of a refusal. */
  async send(asked: TemplatedRequest, factory: Factory): Promise<Model | undefined> {
    return this.adapter.send(await this.request(asked, 'application/json'), factory, this.errors());
  }

  /** A number that is answered as text. */
  async count(template: string): Promise<number | undefined> {
    const asked = await this.request({ method: 'GET', template }, 'text/plain;q=0.9');
    return this.adapter.sendPrimitive(asked, 'number', this.errors());
  }

  private async request(
    { method, template, values, body }: TemplatedRequest,
    accept: string,
  ): Promise<RequestInformation> {
    const request = new this.abstractions.RequestInformation();
    request.httpMethod = method;
    request.urlTemplate = `{+baseurl}${template}`;
    request.pathParameters = { ...values };
    request.headers.tryAdd('Authorization', `Bearer ${await this.test.server.token('admin')}`);
    request.headers.tryAdd('Accept', accept);
    if (body !== undefined)
      request.setStreamContent(new Uint8Array(this.kiota.writeJob(body)).buffer, 'application/json');
    return request;
  }

  private errors(): object {
    return { _4XX: this.kiota.errorFactory, _5XX: this.kiota.errorFactory };
  }
}
