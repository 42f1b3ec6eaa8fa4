CREATE TABLE "preflights" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"source_tenant_id" uuid NOT NULL,
	"source_endpoint" text,
	"workloads" text[] NOT NULL,
	"person_ids" uuid[] NOT NULL,
	"findings" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"tenant_id" uuid NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_id" text NOT NULL,
	"part" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" "bytea" NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	CONSTRAINT "secrets_tenant_id_holder_kind_holder_id_part_pk" PRIMARY KEY("tenant_id","holder_kind","holder_id","part")
);
--> statement-breakpoint
CREATE TABLE "source_tenants" (
	"tenant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"display_name" text NOT NULL,
	"default_domain" text NOT NULL,
	"kind" text NOT NULL,
	"settings" jsonb NOT NULL,
	"services" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "source_tenants_tenant_id_id_pk" PRIMARY KEY("tenant_id","id")
);
--> statement-breakpoint
ALTER TABLE "endpoint_states" ADD COLUMN "room_taken_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "migration_endpoints" ADD COLUMN "services" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "migration_endpoints" ADD COLUMN "connections" integer;--> statement-breakpoint
ALTER TABLE "migration_endpoints" ADD COLUMN "items_per_second" integer;--> statement-breakpoint
ALTER TABLE "migration_endpoints" ADD COLUMN "bytes_per_second" bigint;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "source_login" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "target_login" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "services" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "preflights" ADD CONSTRAINT "preflights_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secrets" ADD CONSTRAINT "secrets_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_tenants" ADD CONSTRAINT "source_tenants_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "preflights_tenant_source" ON "preflights" USING btree ("tenant_id","source_tenant_id","created_at");