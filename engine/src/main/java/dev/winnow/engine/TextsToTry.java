package dev.winnow.engine;

import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.syntax.Expression;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactTypes;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Texts to try for an unknown text or as members of an unknown list: the words of a closed list; otherwise the texts
 * that rules compare it with, names in similar facts of the city, and an unmentioned name. Thread-safe.
 */
final class TextsToTry {

    /**
     * Largest number of names that are tried, in alphabetical order; each costs an evaluation of the rules that read
     * it.
     */
    private static final int MAX_NAMES = 400;

    private final RulePack pack;
    /** Texts that rules compare a component with, by type and name of the component. */
    private final Map<String, SortedSet<String>> constants = new ConcurrentHashMap<>();

    TextsToTry(RulePack pack) {
        this.pack = pack;
    }

    /**
     * The texts to try for a property in a city. {@link Answering#SOMEBODY} comes last, if an unmentioned name is
     * allowed.
     *
     * @param type the type that has the property
     */
    List<Object> of(FactType type, FactType.Property asked, EvaluationContext context) {
        Set<Object> texts = new LinkedHashSet<>(asked.words());
        SortedSet<String> others = new TreeSet<>(
                constants.computeIfAbsent(type.name() + "." + asked.name(), any -> constants(type, asked.name())));
        String refers = asked.refers();
        if (refers != null) {
            for (Object row : context.rows()) {
                FactType other = pack.types().type(FactTypes.nameOf(row));
                if (other != null) {
                    other.properties().values().stream()
                            .filter(property -> refers.equals(property.refers()))
                            .forEach(property -> add(property.of(row), others));
                }
            }
        }
        if (asked.words().isEmpty()) {
            others.stream().limit(MAX_NAMES).forEach(texts::add);
            if (refers == null || refers.equals("firms")) {
                texts.add(Answering.SOMEBODY);
            }
        }
        return List.copyOf(texts);
    }

    private static void add(@Nullable Object value, Set<String> into) {
        if (value instanceof Collection<?> list) {
            list.forEach(member -> into.add(String.valueOf(member)));
        } else if (value instanceof String text) {
            into.add(text);
        }
    }

    /** The texts that rules compare a component with. */
    private SortedSet<String> constants(FactType type, String component) {
        SortedSet<String> found = new TreeSet<>();
        for (CheckedRule rule : pack.checkedRules()) {
            for (int i = 0; i < rule.types().size(); i++) {
                if (rule.types().get(i).name().equals(type.name())) {
                    Reads.expressions(
                            rule.rule().patterns().get(i), expression -> addConstants(expression, component, found));
                }
            }
        }
        return found;
    }

    private static void addConstants(Expression expression, String component, Set<String> into) {
        boolean[] reads = new boolean[1];
        Reads.properties(expression, property -> reads[0] |= property.name().equals(component));
        if (reads[0]) {
            if (expression instanceof Expression.OneOf oneOf) {
                oneOf.options().forEach(option -> into.add(option.value()));
            }
            expression.parts().forEach(part -> {
                if (part instanceof Expression.Text text) {
                    into.add(text.value());
                }
                addConstants(part, component, into);
            });
        }
    }
}
