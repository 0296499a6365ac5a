package dev.winnow.workbench.internal.assist;

import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.source.Language;
import dev.winnow.model.vocabulary.Scale;
import dev.winnow.workbench.internal.assist.Completion.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Completes facts and their values in YAML that states facts of projects and cities. */
final class FactCompletions {

    private static final Pattern KEY = Pattern.compile("(?:^\\s*(?:-\\s+)*|[{,]\\s*)([\\w-]*)$");
    private static final Pattern VALUE = Pattern.compile("([\\w-]+):\\s+(?:\\[\\s*(?:[^\\],]*,\\s*)*)?([\\w-]*)$");

    private final FactTypes types;
    private final Function<String, Map<String, List<String>>> named;

    /**
     * Completions by the facts of a pack.
     *
     * @param named the ids of the entries of a list of the universe, each with its names
     */
    FactCompletions(FactTypes types, Function<String, Map<String, List<String>>> named) {
        this.types = types;
        this.named = named;
    }

    /**
     * Returns the facts, or the values of a fact, that fit a position; empty outside projects and cities.
     */
    List<Completion> of(Cursor at) {
        String start = at.start();
        Matcher value = VALUE.matcher(start);
        if (value.find()) {
            return values(type(at.before(value.start(1))), value.group(1), at.word(value.start(2)));
        }
        Matcher key = KEY.matcher(start);
        return key.find() ? keys(type(at.before()), at.word(key.start(1))) : List.of();
    }

    private @Nullable FactType type(String before) {
        return FactKeys.type(types, YamlPath.at(before));
    }

    private List<Completion> keys(@Nullable FactType type, Span replaced) {
        List<Completion> found = new ArrayList<>();
        if (type != null) {
            type.properties()
                    .values()
                    .forEach(property -> found.add(
                            new Completion(property.name(), Kind.FACT, property.words(Language.EN), replaced)));
            if (type.name().equals("City")) {
                types.names().stream()
                        .map(types::type)
                        .filter(row -> row != null && row.list() != null)
                        .forEach(row ->
                                found.add(new Completion(row.list(), Kind.KEY, row.words(Language.EN), replaced)));
            }
        }
        return found;
    }

    private List<Completion> values(@Nullable FactType type, String fact, Span replaced) {
        Property property = type == null ? null : type.properties().get(fact);
        List<Completion> found = new ArrayList<>();
        if (property == null) {
            return found;
        }
        if (property.value().kind() == FactType.Kind.FLAG) {
            List.of("true", "false").forEach(word -> found.add(new Completion(word, Kind.WORD, "", replaced)));
        }
        Scale scale = property.described() == null ? null : property.described().scale();
        if (scale != null) {
            scale.levels()
                    .forEach(level -> found.add(new Completion(
                            level.key() == null ? String.valueOf(level.number()) : level.key(),
                            Kind.WORD,
                            level.description().inLanguage(Language.EN),
                            replaced)));
        }
        property.words()
                .forEach(
                        word -> found.add(new Completion(word, Kind.WORD, property.word(word, Language.EN), replaced)));
        if (property.refers() != null) {
            named.apply(property.refers())
                    .forEach(
                            (id, names) -> found.add(new Completion(id, Kind.ID, String.join(" · ", names), replaced)));
        }
        return found;
    }
}
