package dev.winnow.model.internal.declared;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a value in a document.
 *
 * @param reader reads a value
 * @param schema returns its JSON Schema, given the facts that the document may name
 * @param words returns the words that editors offer for it; empty if there is no closed list
 * @param within the keys of the value, or of each of its items; null if it has none
 */
public record Shape(
        Reader reader,
        Function<Vocabulary, Map<String, Object>> schema,
        Function<Vocabulary, List<String>> words,
        @Nullable Keys within) {

    private static final String DECIMAL = "[0-9]{1,6}(\\.[0-9]{1,6})?";
    private static final Reader TEXT = Shape::readText;
    /** Leaves the value to the reader of the document. */
    private static final Reader NODE = (key, value, problems) -> value;

    private static final Map<String, Shape> BUILT_IN = Map.of(
            "text", of(TEXT, JsonSchema.TEXT),
            "kebab", of(TEXT, JsonSchema.KEBAB),
            "flag", of(Flag::parse, JsonSchema.FLAG),
            "true", of(NODE, JsonSchema.map("enum", List.<Object>of(true, "true"))),
            "date", of(Period::parse, JsonSchema.DATE),
            "anything", of(NODE, JsonSchema.map()),
            "number to 100", decimal("minimum", 0, "maximum", 100),
            "number above 0", decimal("exclusiveMinimum", 0, "maximum", 999_999.999999));

    /** Reads a value; null if it has another form, which is reported under the name of its key. */
    public interface Reader {
        @Nullable
        Object read(String key, Node value, List<Problem> problems);
    }

    private static Shape of(Reader reader, Map<String, Object> schema) {
        return new Shape(reader, facts -> schema, facts -> List.of(), null);
    }

    private static Shape decimal(Object... bounds) {
        return of(
                Shape::readDecimal,
                JsonSchema.anyOf(
                        JsonSchema.and(JsonSchema.map("type", "number"), bounds),
                        JsonSchema.pattern("^\\s*" + DECIMAL + "\\s*$", "a number with at most six decimals")));
    }

    private static @Nullable String readText(String key, Node value, List<Problem> problems) {
        return value.flawed() ? null : value.text(key, problems); // its refusal is reported already
    }

    private static @Nullable BigDecimal readDecimal(String key, Node value, List<Problem> problems) {
        String text = readText(key, value, problems);
        if (text != null && !text.matches(DECIMAL)) {
            problems.add(value.problem(
                    Message.of("`%s` must be a number with at most six decimals, found `%s`", key, text)));
            return null;
        }
        return text == null ? null : new BigDecimal(text);
    }

    /** Returns a text from a closed list, which the reader of the document checks. */
    public static Shape words(Function<Vocabulary, ? extends Collection<String>> words) {
        return new Shape(
                TEXT, facts -> JsonSchema.words(words.apply(facts)), facts -> List.copyOf(words.apply(facts)), null);
    }

    /** Returns a value that the reader of the document reads. */
    public static Shape node(Function<Vocabulary, Map<String, Object>> schema) {
        return new Shape(NODE, schema, facts -> List.of(), null);
    }

    /** Returns a map with declared keys, which the reader of the document reads as such. */
    static Shape map(Keys keys) {
        return new Shape(NODE, keys::schema, facts -> List.of(), keys);
    }

    /**
     * Returns a shape by its description, such as {@code list of text} or {@code text or flag by name}.
     *
     * @param others the shape of a name that is not built in
     */
    static Shape of(String described, Function<String, Shape> others) {
        int or = described.indexOf(" or ");
        if (described.endsWith(" by name")) {
            return of(described.substring(0, described.length() - " by name".length()), others)
                    .byName();
        } else if (or >= 0) {
            return of(described.substring(0, or), others).or(of(described.substring(or + " or ".length()), others));
        } else if (described.startsWith("filled list of ")) {
            Shape item = of(described.substring("filled list of ".length()), others);
            return item.list(JsonSchema::filledList);
        } else if (described.startsWith("list of ")) {
            return of(described.substring("list of ".length()), others).list(JsonSchema::list);
        }
        Shape known = BUILT_IN.get(described);
        return known != null ? known : others.apply(described);
    }

    private Shape list(Function<Map<String, Object>, Map<String, Object>> ofItem) {
        return new Shape(Shape::readList, facts -> ofItem.apply(schema.apply(facts)), words, within);
    }

    private static @Nullable Object readList(String key, Node value, List<Problem> problems) {
        if (!value.isList()) {
            problems.add(value.problem(
                    Message.of("`%s` must be a list, not %s", key, value.kind().words())));
        }
        return value.isList() ? value : null;
    }

    private Shape byName() {
        return new Shape(
                (key, value, problems) -> value.hasKeys(Message.of("`%s`", key), problems) ? value : null,
                facts -> JsonSchema.map("type", "object", "additionalProperties", schema.apply(facts)),
                words,
                null);
    }

    private Shape or(Shape other) {
        return new Shape(
                NODE,
                facts -> JsonSchema.anyOf(schema.apply(facts), other.schema.apply(facts)),
                facts -> Stream.concat(words.apply(facts).stream(), other.words.apply(facts).stream())
                        .toList(),
                within == null ? other.within : within);
    }
}
