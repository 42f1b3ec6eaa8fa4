CREATE TABLE "kept_report_events" (
	"report_id" uuid NOT NULL,
	"id" bigint NOT NULL,
	"person_id" uuid,
	"person_name" text,
	"service" text,
	"from_status" text,
	"to_status" text NOT NULL,
	"cause" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kept_report_events_report_id_id_pk" PRIMARY KEY("report_id","id")
);
--> statement-breakpoint
ALTER TABLE "kept_reports" ADD COLUMN "verification" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "kept_report_events" ADD CONSTRAINT "kept_report_events_report_id_kept_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."kept_reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "kept_report_events_at" ON "kept_report_events" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "job_events_asked" ON "job_events" USING btree ("at","id") WHERE ("job_events"."actor" <> 'engine' and ("job_events"."service" is null or "job_events"."from_status" = "job_events"."to_status"));