CREATE TABLE "job_turns" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"line" text NOT NULL,
	"last_turn" bigint NOT NULL,
	"given" integer NOT NULL
);
