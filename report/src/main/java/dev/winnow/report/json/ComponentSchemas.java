package dev.winnow.report.json;

import dev.winnow.model.source.Internal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of the records that an API receives and returns, as components of its OpenAPI description. The name of a
 * schema depends on its record only, so that generated clients stay stable: {@code GapsLink} for the links of {@code
 * GapsContract}. Records of the JSON contract are described as in {@code docs/json.md}.
 */
@Internal
public final class ComponentSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final FieldDescriptions descriptions = FieldDescriptions.read();
    private final RecordSchema returned =
            new RecordSchema(Contract.MAPPER, PREFIX, key -> null).named(ComponentSchemas::name);
    private final RecordSchema received =
            returned.strict((type, taken) -> name(type, taken) + (type.isEnum() ? "" : "Request"));

    /** Returns a reference to the schema of a record that is returned. */
    public Map<String, Object> returned(Class<?> type) {
        return returned.described(descriptions(type)).of(type, "");
    }

    /** Returns a reference to the schema of a record that is received. */
    public Map<String, Object> received(Class<?> type) {
        return received.of(type, "");
    }

    /** Returns the schemas of all records and enums referred to so far, by name. */
    public Map<String, Object> all() {
        return new TreeMap<>(returned.definitions());
    }

    private Function<String, @Nullable String> descriptions(Class<?> type) {
        return OutputSchema.ALL.stream()
                .filter(one -> one.path().isEmpty() && one.shapes().contains(type))
                .findFirst()
                .<Function<String, @Nullable String>>map(one -> key -> descriptions.of(one.command(), one.path(), key))
                .orElse(key -> null);
    }

    private static String name(Class<?> type, Collection<String> taken) {
        Class<?> owner = type.getEnclosingClass();
        String simple = type.getSimpleName().replaceAll("(Contract|Document)$", "");
        String subject =
                owner == null ? "" : owner.getSimpleName().replaceAll("(Contract|Document|Operations|Part)$", "");
        String name = simple.startsWith(subject) ? simple : subject + simple;
        if (taken.contains(name)) {
            throw new IllegalStateException("two records of the API are named " + name);
        }
        return name;
    }
}
