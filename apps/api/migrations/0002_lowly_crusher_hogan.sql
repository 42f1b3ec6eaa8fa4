CREATE TABLE "sandbox_troubles" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sandbox_troubles_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"tenant_id" uuid NOT NULL,
	"person_id" uuid,
	"service" text,
	"kind" text NOT NULL,
	"prerequisite" text,
	"side" text,
	"code" text,
	"parameters" jsonb NOT NULL,
	"retry_after_seconds" integer,
	"times" integer,
	"happened" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX "sandbox_troubles_person" ON "sandbox_troubles" USING btree ("tenant_id","person_id","service");