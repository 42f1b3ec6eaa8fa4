/** A model as the library makes it; what the type does not have is in `additionalData`. */
export type Model = Readonly<Record<string, unknown>>;

/** Makes a model of a JSON object. */
export type Factory = (node: unknown) => unknown;
type Serializer = (writer: unknown, model: unknown) => void;

/** The parts of `@microsoft/msgraph-beta-sdk/models` that this contract is about; the whole has 12 MB of types. */
interface BetaModels {
  readonly createCrossTenantMigrationJobFromDiscriminatorValue: Factory;
  readonly createCrossTenantMigrationJobCollectionResponseFromDiscriminatorValue: Factory;
  readonly createCrossTenantMigrationTaskFromDiscriminatorValue: Factory;
  readonly createCrossTenantMigrationTaskCollectionResponseFromDiscriminatorValue: Factory;
  readonly createCrossTenantMigrationCancelResponseFromDiscriminatorValue: Factory;
  readonly createMigrationsRootFromDiscriminatorValue: Factory;
  readonly serializeCrossTenantMigrationJob: Serializer;
  readonly CrossTenantMigrationJobStatusObject: Readonly<Record<string, string>>;
  readonly CrossTenantMigrationJobTypeObject: Readonly<Record<string, string>>;
  readonly CrossTenantMigrationServiceStatusObject: Readonly<Record<string, string>>;
}

interface ErrorModels {
  readonly createODataErrorFromDiscriminatorValue: Factory;
}

interface JsonParser {
  getRootParseNode(contentType: string, content: ArrayBuffer): { getObjectValue(factory: Factory): Model };
}

interface JsonSerialization {
  readonly JsonParseNodeFactory: new () => JsonParser;
  readonly JsonSerializationWriter: new () => {
    writeObjectValue(key: string, value: unknown, serializer: Serializer): void;
    getSerializedContent(): ArrayBuffer;
  };
}

/** Loads a package without its types, of which the compiler would read for half a minute. */
const load = async <T>(name: string): Promise<T> => (await import(name)) as T;

/** The official models of the beta version, and how they are read and written. */
export class Kiota {
  private constructor(
    readonly models: BetaModels,
    private readonly errors: ErrorModels,
    private readonly json: JsonSerialization,
  ) {}

  static async load(): Promise<Kiota> {
    return new Kiota(
      await load<BetaModels>('@microsoft/msgraph-beta-sdk/models/index.js'),
      await load<ErrorModels>('@microsoft/msgraph-beta-sdk/models/oDataErrors/index.js'),
      await load<JsonSerialization>('@microsoft/kiota-serialization-json'),
    );
  }

  /** Makes the model of a refusal. */
  get errorFactory(): Factory {
    return this.errors.createODataErrorFromDiscriminatorValue;
  }

  /** Reads JSON for the models. */
  jsonParser(): JsonParser {
    return new this.json.JsonParseNodeFactory();
  }

  /** A body as the model that a factory makes. */
  read(bytes: Buffer, factory: Factory): Model {
    return this.jsonParser().getRootParseNode('application/json', new Uint8Array(bytes).buffer).getObjectValue(factory);
  }

  /** The body of a refusal. */
  readError(bytes: Buffer): Model {
    return this.read(bytes, this.errorFactory);
  }

  /** The body of a creation, as the clients write it. */
  writeJob(model: Model): Buffer {
    const writer = new this.json.JsonSerializationWriter();
    writer.writeObjectValue('', model, this.models.serializeCrossTenantMigrationJob);
    return Buffer.from(writer.getSerializedContent());
  }
}
