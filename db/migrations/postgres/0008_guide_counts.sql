CREATE TABLE "guide_counts" (
	"day" text NOT NULL,
	"need" text NOT NULL,
	"event" text NOT NULL,
	"detail" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "guide_counts_day_need_event_detail_pk" PRIMARY KEY("day","need","event","detail")
);
