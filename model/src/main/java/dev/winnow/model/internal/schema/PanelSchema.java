package dev.winnow.model.internal.schema;

import dev.winnow.model.internal.declared.JsonSchema;
import dev.winnow.model.internal.declared.JsonSchema.Described;
import dev.winnow.model.internal.panel.PanelReader;
import dev.winnow.model.internal.panel.RoundFile;
import dev.winnow.model.vocabulary.DeclaredProperty;
import dev.winnow.model.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The JSON Schemas of a panel's file and of the judgements of a round. */
public final class PanelSchema {

    private static final Map<String, Object> DATE = JsonSchema.orNothing(JsonSchema.DATE);

    private final Described words = JsonSchema.described(PanelSchema.class);

    private PanelSchema() {}

    /** {@return the schema of panel.yaml} */
    public static Map<String, Object> panel() {
        PanelSchema schema = new PanelSchema();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : PanelReader.KEYS) {
            Map<String, Object> shape = switch (key) {
                case "panel" -> JsonSchema.ref("panel");
                case "assessors" -> JsonSchema.filledList(JsonSchema.ref("assessor"));
                case "recused" -> list("recusal");
                case "rounds" -> list("round");
                default -> texts();
            };
            keys.put(key, schema.words.key("panel", key, shape));
        }
        return JsonSchema.document(
                "The file of a panel of winnow",
                JsonSchema.object(keys, List.of("panel", "assessors")),
                JsonSchema.map(
                        "panel",
                        schema.object("panelHeader", PanelReader.PANEL_KEYS, List.of("id")),
                        "assessor",
                        schema.object("assessor", PanelReader.ASSESSOR_KEYS, List.of("id", "name")),
                        "recusal",
                        schema.recusal(),
                        "round",
                        schema.object("round", PanelReader.ROUND_KEYS, List.of("id"))));
    }

    /** {@return the schema of a file of judgements} */
    public static Map<String, Object> judgements(Vocabulary vocabulary) {
        PanelSchema schema = new PanelSchema();
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : RoundFile.KEYS) {
            Map<String, Object> shape = switch (key) {
                case "round" -> JsonSchema.map("type", "integer", "minimum", 1);
                case "recused" -> list("recusal");
                case "judgements" -> list("judgement");
                default -> JsonSchema.TEXT;
            };
            keys.put(key, schema.words.key("judgements", key, shape));
        }
        return JsonSchema.document(
                "The judgements of a round of a panel of winnow",
                JsonSchema.object(keys, List.of("judgements")),
                JsonSchema.map("recusal", schema.recusal(), "judgement", schema.judgement(vocabulary)));
    }

    private static Map<String, Object> list(String definition) {
        return JsonSchema.orNothing(JsonSchema.list(JsonSchema.ref(definition)));
    }

    private static Map<String, Object> texts() {
        return JsonSchema.orNothing(JsonSchema.list(JsonSchema.TEXT));
    }

    private Map<String, Object> recusal() {
        return object("recusal", PanelReader.RECUSAL_KEYS, List.of("assessor", "reason"));
    }

    private Map<String, Object> judgement(Vocabulary vocabulary) {
        Map<String, Object> judgement = object("judgement", RoundFile.JUDGEMENT_KEYS, List.of("assessor", "fact"));
        List<String> facts = Stream.concat(
                        judged(Vocabulary.PROJECT, vocabulary.ofProject()),
                        judged(Vocabulary.CITY, vocabulary.ofCity()))
                .toList();
        if (!facts.isEmpty() && judgement.get("properties") instanceof Map<?, ?> properties) {
            Map<String, Object> known = new LinkedHashMap<>();
            properties.forEach((key, shape) -> known.put((String) key, (Object) shape));
            known.put("fact", words.key("judgement", "fact", JsonSchema.words(facts)));
            judgement.put("properties", known);
        }
        return judgement;
    }

    private static Stream<String> judged(String owner, List<DeclaredProperty> properties) {
        return properties.stream()
                .filter(property -> property.judged() != null)
                .map(property -> owner + "." + property.component().name());
    }

    private Map<String, Object> object(String owner, List<String> allowed, List<String> required) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (String key : allowed) {
            Map<String, Object> shape = switch (key) {
                case "id" -> owner.equals("round") ? JsonSchema.map("type", "integer", "minimum", 1) : JsonSchema.TEXT;
                case "judges" -> texts();
                case "from", "until", "asOf" -> DATE;
                case "value" -> JsonSchema.anyOf(JsonSchema.TEXT, JsonSchema.FLAG);
                case "cannot-judge" -> JsonSchema.FLAG;
                case "assessor", "name", "fact" -> JsonSchema.TEXT;
                default -> JsonSchema.orNothing(JsonSchema.TEXT);
            };
            keys.put(key, words.key(owner, key, shape));
        }
        return JsonSchema.object(keys, required);
    }
}
