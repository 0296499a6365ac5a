package dev.winnow.language.internal.check;

import dev.winnow.language.internal.pack.Accepted;
import dev.winnow.language.internal.pack.LimitTable;
import dev.winnow.language.internal.pack.PackOutline;
import dev.winnow.language.internal.pack.WorkedExample;
import dev.winnow.language.internal.pack.WorkedExamples;
import dev.winnow.language.internal.syntax.PackRule;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.vocabulary.FactTypes;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A rule pack that was read and checked but not compiled. Immutable and thread-safe, including its lists.
 *
 * @param outline the content of pack.yaml
 * @param types the fact types that its rules may match
 * @param digest SHA-256 of its files, in hexadecimal
 * @param limits the content of limits.yaml
 * @param rules its checked rules, by criterion and place
 * @param worked its worked examples
 * @param files its rule files by criterion; empty if the pack was not read from files
 * @param accepted the remarks that its owner accepts
 * @param assumptions the content of assumptions.yaml
 * @param translation the content of zh.yaml; null if it is missing
 */
public record CheckedPack(
        PackOutline outline,
        FactTypes types,
        String digest,
        LimitTable limits,
        List<CheckedRule> rules,
        WorkedExamples worked,
        Map<String, RuleFile> files,
        List<Accepted> accepted,
        Assumptions assumptions,
        @Nullable Node translation) {

    /** Creates a pack that was not read from files, without worked examples and accepted remarks. */
    public static CheckedPack of(
            PackOutline outline, FactTypes types, String digest, LimitTable limits, List<CheckedRule> rules) {
        return new CheckedPack(
                outline,
                types,
                digest,
                limits,
                List.copyOf(rules),
                WorkedExamples.NONE,
                Map.of(),
                List.of(),
                Assumptions.NONE,
                null);
    }

    /**
     * Returns the worked examples in the order of the files.
     *
     * @throws dev.winnow.language.PackException if they are read only now and have problems
     */
    public List<WorkedExample> examples() {
        return worked.read().list();
    }

    /**
     * Returns the problems of a draft whose rules lack cases.
     *
     * @throws dev.winnow.language.PackException if the cases are read only now and have problems
     */
    public List<Problem> lacking() {
        return worked.read().lacking();
    }

    /** Returns the names of the groups a rule belongs to: its criterion, and the rule whose table contains it. */
    public List<String> groupsOf(String rule) {
        return rules.stream()
                .map(CheckedRule::rule)
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(PackRule::groups)
                .orElse(List.of());
    }

    /** Returns the pack with only the chosen rules and their cases. */
    public CheckedPack only(Predicate<String> chosen) {
        return new CheckedPack(
                outline,
                types,
                digest,
                limits,
                rules.stream().filter(rule -> chosen.test(rule.id())).toList(),
                WorkedExamples.of(
                        examples().stream()
                                .filter(example -> chosen.test(example.rule()))
                                .toList(),
                        List.of()),
                Map.of(),
                accepted,
                assumptions,
                translation);
    }
}
