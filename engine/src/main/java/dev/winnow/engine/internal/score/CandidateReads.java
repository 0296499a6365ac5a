package dev.winnow.engine.internal.score;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.check.Reads;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.vocabulary.FactType.Property;
import dev.winnow.model.domain.Milestone;
import dev.winnow.model.domain.Project;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The components of candidates that a pack's rules read, numbered. Immutable. */
final class CandidateReads {

    private final List<Property> components = new ArrayList<>();
    /** By rule, the numbers of the components that it reads; null if it reads milestones too. */
    private final int[] @Nullable [] byRule;

    CandidateReads(List<CheckedRule> rules) {
        byRule = new int[rules.size()][];
        Map<String, Integer> numbers = new TreeMap<>();
        for (int i = 0; i < byRule.length; i++) {
            byRule[i] = reads(rules.get(i), numbers);
        }
    }

    private int @Nullable [] reads(CheckedRule rule, Map<String, Integer> numbers) {
        Map<String, Integer> read = new TreeMap<>();
        for (int i = 0; i < rule.types().size(); i++) {
            FactType type = rule.types().get(i);
            if (type.record() == Milestone.class) {
                return null;
            }
            if (type.record() == Project.class) {
                Reads.expressions(
                        rule.rule().patterns().get(i),
                        expression -> Reads.properties(
                                expression,
                                one -> read.put(
                                        one.name(), numbers.computeIfAbsent(one.name(), name -> number(type, name)))));
            }
        }
        return read.values().stream().mapToInt(number -> number).toArray();
    }

    private int number(FactType type, String name) {
        components.add(Objects.requireNonNull(type.properties().get(name)));
        return components.size() - 1;
    }

    /** The numbers of the components that a rule reads; null if it reads milestones too. */
    int @Nullable [] of(int rule) {
        return byRule[rule];
    }

    /** The values of a candidate that rules read. */
    Values of(Project candidate) {
        return new Values(components, candidate);
    }

    /** The values of one candidate, by component number. Two threads may both read one, with equal results. */
    static final class Values {

        private static final Object UNREAD = new Object();

        private final List<Property> components;
        private final Project candidate;
        private final @Nullable Object[] values;

        private Values(List<Property> components, Project candidate) {
            this.components = components;
            this.candidate = candidate;
            this.values = new Object[components.size()];
            Arrays.fill(values, UNREAD);
        }

        @Nullable
        Object of(int component) {
            Object value = values[component];
            if (value == UNREAD) {
                value = components.get(component).of(candidate);
                values[component] = value;
            }
            return value;
        }

        int hash(int component) {
            return Objects.hashCode(of(component));
        }
    }
}
