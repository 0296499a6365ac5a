package dev.winnow.records.entry;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.records.content.Members;
import dev.winnow.records.content.NodeJson;
import dev.winnow.records.content.PairResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record that are hashed: JSON in UTF-8 without blanks, its members in one order, with its number, so that
 * a record that stands elsewhere says so.
 */
public final class EntryJson {

    private static final int SCHEMA = 1;
    private static final String SCREENING = "screening";
    private static final String DECISION = "decision";

    private EntryJson() {}

    /** The bytes of a record. */
    public static byte[] bytes(long number, RecordEntry entry) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = NodeJson.generator(out)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            write(number, entry, json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the members of a record. */
    public static void write(long number, RecordEntry entry, JsonGenerator json) throws IOException {
        json.writeNumberField("number", number);
        json.writeStringField("kind", entry instanceof ScreeningEntry ? SCREENING : DECISION);
        RecordOrigin origin = entry.origin();
        json.writeStringField("at", origin.at().toString());
        json.writeStringField("by", origin.by());
        json.writeStringField("winnow", origin.winnow());
        json.writeStringField("java", origin.java());
        if (entry instanceof ScreeningEntry screening) {
            screening(screening, json);
        } else if (entry instanceof DecisionEntry decision) {
            decision(decision, json);
        }
    }

    private static void screening(ScreeningEntry screening, JsonGenerator json) throws IOException {
        edition("pack", screening.pack(), json);
        edition("universe", screening.universe(), json);
        options(screening.options(), json);
        json.writeObjectFieldStart("verdicts");
        for (Verdict verdict : Verdict.values()) {
            json.writeNumberField(verdict.name(), screening.verdicts().getOrDefault(verdict, 0));
        }
        json.writeEndObject();
        json.writeNumberField("leftOut", screening.leftOut());
        json.writeObjectFieldStart("contents");
        json.writeStringField("pack", screening.contents().pack());
        json.writeStringField("universe", screening.contents().universe());
        json.writeStringField("pairs", screening.contents().pairs());
        json.writeStringField("results", screening.contents().results());
        json.writeEndObject();
    }

    private static void edition(String name, Edition edition, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", edition.name());
        json.writeStringField("version", edition.version());
        json.writeStringField("digest", edition.digest());
        json.writeEndObject();
    }

    private static void options(ScreeningOptions options, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("options");
        json.writeStringField("language", options.language().tag());
        json.writeStringField("asOf", options.asOf());
        texts("assumed", options.assumed(), json);
        json.writeArrayFieldStart("assumptions");
        for (Node assumption : options.assumptions()) {
            NodeJson.write(assumption, json);
        }
        json.writeEndArray();
        texts("projects", options.projects(), json);
        texts("cities", options.cities(), json);
        number("top", options.top(), json);
        number("samples", options.samples(), json);
        json.writeNumberField("seed", options.seed());
        json.writeStringField("evaluator", options.evaluator());
        json.writeEndObject();
    }

    private static void texts(String name, @Nullable List<String> texts, JsonGenerator json) throws IOException {
        if (texts == null) {
            json.writeNullField(name);
            return;
        }
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void number(String name, @Nullable Integer number, JsonGenerator json) throws IOException {
        if (number == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }

    private static void decision(DecisionEntry decision, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("screening");
        json.writeNumberField("number", decision.screening());
        json.writeStringField("hash", decision.hash());
        json.writeEndObject();
        PairResult pair = decision.pair();
        json.writeStringField("project", pair.project());
        json.writeStringField("projectName", pair.projectName());
        json.writeStringField("city", pair.city());
        json.writeStringField("cityName", pair.cityName());
        json.writeStringField("asOf", pair.asOf().toString());
        json.writeStringField("verdict", pair.verdict().name());
        json.writeStringField("decision", decision.decision().name());
        json.writeStringField("reason", decision.reason());
    }

    /**
     * The number that the bytes of a record have.
     *
     * @throws IOException if they are no record
     */
    public static long number(byte[] bytes) throws IOException {
        return Members.number(NodeJson.read(new ByteArrayInputStream(bytes)), "number");
    }

    /**
     * Reads the bytes of a record.
     *
     * @throws IOException if they are no record of this schema
     */
    public static RecordEntry read(byte[] bytes) throws IOException {
        Node root = NodeJson.read(new ByteArrayInputStream(bytes));
        if (Members.number(root, "schema") != SCHEMA) {
            throw new IOException("it is of another schema");
        }
        try {
            RecordOrigin origin = new RecordOrigin(
                    Instant.parse(Members.text(root, "at")),
                    Members.text(root, "by"),
                    Members.text(root, "winnow"),
                    Members.text(root, "java"));
            return switch (Members.text(root, "kind")) {
                case SCREENING -> screening(root, origin);
                case DECISION -> decision(root, origin);
                default -> throw new IOException("it is of no kind of record");
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("it holds a word that is none of a record", e);
        }
    }

    private static ScreeningEntry screening(Node root, RecordOrigin origin) throws IOException {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Node counts = Members.of(root, "verdicts");
        for (Verdict verdict : Verdict.values()) {
            verdicts.put(verdict, Math.toIntExact(Members.number(counts, verdict.name())));
        }
        Node contents = Members.of(root, "contents");
        return new ScreeningEntry(
                origin,
                edition(Members.of(root, "pack")),
                edition(Members.of(root, "universe")),
                options(Members.of(root, "options")),
                verdicts,
                Math.toIntExact(Members.number(root, "leftOut")),
                new ScreeningEntry.Parts(
                        Members.text(contents, "pack"),
                        Members.text(contents, "universe"),
                        Members.text(contents, "pairs"),
                        Members.text(contents, "results")));
    }

    private static Edition edition(Node node) throws IOException {
        return new Edition(Members.text(node, "name"), Members.text(node, "version"), Members.text(node, "digest"));
    }

    private static ScreeningOptions options(Node node) throws IOException {
        return new ScreeningOptions(
                Language.of(Members.text(node, "language"))
                        .orElseThrow(() -> new IOException("there is no such language")),
                Members.optional(node, "asOf"),
                texts(Members.of(node, "assumed")),
                Members.of(node, "assumptions").items(),
                node.get("projects") == null ? null : texts(Members.of(node, "projects")),
                node.get("cities") == null ? null : texts(Members.of(node, "cities")),
                number(node, "top"),
                number(node, "samples"),
                Members.number(node, "seed"),
                Members.text(node, "evaluator"));
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).toList();
    }

    private static @Nullable Integer number(Node node, String key) throws IOException {
        return node.get(key) == null ? null : Math.toIntExact(Members.number(node, key));
    }

    private static DecisionEntry decision(Node root, RecordOrigin origin) throws IOException {
        Node screening = Members.of(root, "screening");
        return new DecisionEntry(
                origin,
                Members.number(screening, "number"),
                Members.text(screening, "hash"),
                new PairResult(
                        Members.text(root, "project"),
                        Members.text(root, "projectName"),
                        Members.text(root, "city"),
                        Members.text(root, "cityName"),
                        LocalDate.parse(Members.text(root, "asOf")),
                        Verdict.valueOf(Members.text(root, "verdict"))),
                Verdict.valueOf(Members.text(root, "decision")),
                Members.text(root, "reason"));
    }
}
