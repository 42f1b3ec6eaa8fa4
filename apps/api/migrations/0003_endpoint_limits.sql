CREATE TABLE "endpoint_slots" (
	"tenant_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"number" integer NOT NULL,
	"run_id" bigint,
	"owner" uuid,
	CONSTRAINT "endpoint_slots_tenant_id_endpoint_number_pk" PRIMARY KEY("tenant_id","endpoint","number")
);
--> statement-breakpoint
CREATE TABLE "endpoint_states" (
	"tenant_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"next_item_at" timestamp with time zone,
	"rests_until" timestamp with time zone,
	"reason" text DEFAULT '' NOT NULL,
	"lost_connections" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "endpoint_states_tenant_id_endpoint_pk" PRIMARY KEY("tenant_id","endpoint")
);
--> statement-breakpoint
ALTER TABLE "workload_runs" ADD COLUMN "wait_reason" text;