package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.history.Dossier;
import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.report.text.EvidenceQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;

/** Writes evidence as JSON, schema 1, a stable contract that {@code docs/json.md} describes. */
public final class EvidenceJson {

    private static final int SCHEMA = 1;

    private final JsonGenerator json;
    private final EvidenceQuery evidence;

    private EvidenceJson(JsonGenerator json, EvidenceQuery evidence) {
        this.json = json;
        this.evidence = evidence;
    }

    /** Writes in UTF-8, without closing the stream. */
    public static void write(EvidenceQuery evidence, OutputStream out) throws IOException {
        try (JsonGenerator json = JsonContract.generator(out)) {
            new EvidenceJson(json, evidence).whole();
            json.writeRaw('\n');
        }
    }

    private void whole() throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema", SCHEMA);
        json.writeObjectFieldStart("universe");
        json.writeStringField("name", evidence.universe().name());
        json.writeStringField("digest", evidence.universe().digest());
        json.writeEndObject();
        json.writeStringField("asOf", evidence.day().toString());
        json.writeBooleanField("hindsight", evidence.hindsight());
        json.writeArrayFieldStart("subjects");
        for (Dossier dossier : evidence.dossiers()) {
            if (!evidence.isSilent(dossier)) {
                subject(dossier);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void subject(Dossier dossier) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", dossier.kind());
        json.writeStringField("id", dossier.id());
        json.writeStringField("name", dossier.name());
        JsonContract.text(json, "city", dossier.city());
        json.writeArrayFieldStart("facts");
        for (Citation fact : evidence.facts() ? dossier.stated() : List.<Citation>of()) {
            fact(fact);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("conflicts");
        for (Problem conflict : evidence.conflicts() ? dossier.conflicts() : List.<Problem>of()) {
            json.writeStartObject();
            json.writeStringField("place", evidence.within(conflict.place().toString()));
            json.writeStringField("what", evidence.within(conflict.what().toString()));
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonContract.list(json, "unknown", evidence.gaps() ? dossier.unknown() : List.of(), json::writeString);
        JsonContract.list(json, "open", evidence.gaps() ? dossier.open() : List.of(), json::writeString);
        json.writeEndObject();
    }

    private void fact(Citation fact) throws IOException {
        Figure figure = fact.figure();
        json.writeStartObject();
        json.writeStringField("fact", fact.property());
        json.writeStringField("value", fact.value());
        if (figure == null) {
            json.writeNullField("low");
            json.writeNullField("high");
            json.writeNullField("unit");
            json.writeNullField("bound");
        } else {
            JsonContract.number(json, "low", JsonContract.finite(figure.low()));
            JsonContract.number(json, "high", JsonContract.finite(figure.high()));
            json.writeStringField("unit", figure.unit().id());
            json.writeStringField("bound", figure.bound().id());
        }
        JsonContract.text(json, "source", fact.evidence().source());
        JsonContract.text(json, "asOf", Objects.toString(fact.evidence().asOf(), null));
        json.writeBooleanField("hindsight", fact.evidence().hindsight());
        JsonContract.text(json, "note", fact.evidence().note());
        json.writeEndObject();
    }
}
