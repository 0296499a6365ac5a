package dev.winnow.report.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.history.Dossier;
import dev.winnow.model.result.Citation;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.report.i18n.Numbers;
import dev.winnow.report.text.EvidenceQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
        text("city", dossier.city());
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
        texts("unknown", evidence.gaps() ? dossier.unknown() : List.of());
        texts("open", evidence.gaps() ? dossier.open() : List.of());
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
            number("low", figure.low());
            number("high", figure.high());
            json.writeStringField("unit", figure.unit().name().toLowerCase(Locale.ROOT));
            json.writeStringField("bound", figure.bound().id());
        }
        text("source", fact.evidence().source());
        text("asOf", Objects.toString(fact.evidence().asOf(), null));
        json.writeBooleanField("hindsight", fact.evidence().hindsight());
        text("note", fact.evidence().note());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String text) throws IOException {
        json.writeFieldName(name);
        if (text == null) {
            json.writeNull();
        } else {
            json.writeString(text);
        }
    }

    private void number(String name, double number) throws IOException {
        json.writeFieldName(name);
        if (Double.isInfinite(number)) {
            json.writeNull();
        } else {
            json.writeNumber(Numbers.contract(BigDecimal.valueOf(number)));
        }
    }

    private void texts(String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
