package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.analysis.placement.Placement;
import dev.winnow.analysis.placement.Placement.Applicant;
import dev.winnow.analysis.placement.Placement.Ends;
import dev.winnow.analysis.placement.Placement.Gains;
import dev.winnow.analysis.placement.Placement.Missed;
import dev.winnow.analysis.placement.Placement.Pair;
import dev.winnow.analysis.placement.Placement.Prospect;
import dev.winnow.analysis.placement.Placement.Room;
import dev.winnow.analysis.placement.Placement.Wish;
import dev.winnow.analysis.portfolio.Scenario;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;

/** Writes who goes where as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class PlacementJson {

    private static final int SCHEMA = 1;

    private final Placement placement;
    private final JsonGenerator json;
    private final boolean ranked;

    private PlacementJson(Placement placement, JsonGenerator json) {
        this.placement = placement;
        this.json = json;
        this.ranked =
                placement.plan().given() != null && placement.plan().given().ranked();
    }

    /** Writes who goes where in UTF-8, without closing the stream. */
    public static void write(Placement placement, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new PlacementJson(placement, json).whole();
            json.writeRaw('\n');
        }
    }

    private void whole() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        if (placement.pack() != null && placement.universe() != null) {
            JsonContract.head(json, placement.pack(), placement.universe());
        }
        json.writeBooleanField("illustrative", placement.illustrative());
        JsonContract.text(json, "title", placement.plan().title());
        json.writeBooleanField("ranked", ranked);
        json.writeStringField("main", placement.main().name());
        JsonContract.list(json, "cities", placement.cities(), this::room);
        JsonContract.list(json, "projects", placement.projects(), this::applicant);
        json.writeArrayFieldStart("assignments");
        for (Scenario reading : Scenario.values()) {
            Ends ends = placement.ends().get(reading);
            if (ends != null) {
                assignment(reading, "PROJECTS", ends.bestForProjects());
                assignment(reading, "CITIES", ends.bestForCities());
            }
        }
        json.writeEndArray();
        JsonContract.list(json, "prospects", placement.prospects(), this::prospect);
        JsonContract.list(json, "wishes", placement.wishes(), this::wish);
        JsonContract.list(json, "missed", placement.missed(), this::missed);
        json.writeNumberField("draws", placement.draws());
        JsonContract.list(json, "pairs", placement.pairs(), this::pair);
        json.writeEndObject();
    }

    private void room(Room room) throws IOException {
        json.writeStartObject();
        json.writeStringField("city", room.city());
        json.writeStringField("name", room.cityName());
        json.writeNumberField("capacity", room.capacity());
        json.writeEndObject();
    }

    private void applicant(Applicant one) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", one.project());
        json.writeStringField("name", one.projectName());
        json.writeEndObject();
    }

    private void assignment(Scenario reading, String bestFor, Map<String, String> cities) throws IOException {
        json.writeStartObject();
        json.writeStringField("reading", reading.name());
        json.writeStringField("bestFor", bestFor);
        JsonContract.list(json, "places", placement.projects(), one -> {
            json.writeStartObject();
            json.writeStringField("project", one.project());
            JsonContract.text(json, "city", cities.get(one.project()));
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private void prospect(Prospect one) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", one.project());
        json.writeStringField("certainty", one.certainty().name());
        json.writeBooleanField("somewhere", one.somewhere());
        JsonContract.list(json, "cities", one.cities(), json::writeString);
        json.writeEndObject();
    }

    private void wish(Wish one) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", one.project());
        JsonContract.text(json, "city", one.at());
        json.writeStringField("rather", one.rather());
        JsonContract.list(json, "instead", one.instead(), json::writeString);
        json.writeEndObject();
    }

    private void missed(Missed one) throws IOException {
        json.writeStartObject();
        json.writeStringField("city", one.city());
        json.writeStringField("project", one.project());
        json.writeStringField("at", one.at());
        json.writeEndObject();
    }

    private void pair(Pair pair) throws IOException {
        json.writeStartObject();
        json.writeStringField("project", pair.project());
        json.writeStringField("city", pair.city());
        json.writeBooleanField("sure", pair.sure());
        json.writeBooleanField("mayBe", pair.mayBe());
        json.writeNumberField("drawn", pair.drawn());
        json.writeObjectFieldStart("readings");
        for (Scenario reading : Scenario.values()) {
            Gains gains = pair.gains().get(reading);
            if (gains != null) {
                json.writeObjectFieldStart(reading.name());
                gain("projectGains", gains.project());
                gain("cityGains", gains.city());
                Message barred = pair.barred().get(reading);
                JsonContract.text(json, "barred", barred == null ? null : barred.toString());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Points, or the place in the list of one who ranks. */
    private void gain(String name, long millionths) throws IOException {
        JsonContract.number(
                json,
                name,
                ranked
                        ? BigDecimal.valueOf(-millionths)
                        : BigDecimal.valueOf(millionths, 6).stripTrailingZeros());
    }
}
