CREATE TABLE "throughput_samples" (
	"job_id" uuid NOT NULL,
	"service" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"items" bigint NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "throughput_samples_job_id_service_minute_pk" PRIMARY KEY("job_id","service","minute")
);
--> statement-breakpoint
ALTER TABLE "throughput_samples" ADD CONSTRAINT "throughput_samples_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
INSERT INTO "throughput_samples" ("job_id", "service", "minute", "items", "bytes")
SELECT "job_id", "service", '-infinity', sum("copied"), sum("bytes") FROM "workload_runs" GROUP BY "job_id", "service" HAVING sum("copied") > 0;
