package dev.winnow.language.check;

import dev.winnow.language.pack.Accepted;
import dev.winnow.language.pack.LimitTable;
import dev.winnow.language.pack.PackOutline;
import dev.winnow.language.pack.WorkedExample;
import dev.winnow.language.syntax.PackRule;
import dev.winnow.language.syntax.RuleFile;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pack's files, read and found to be within the pack law. Nothing is compiled. Immutable and thread-safe; its lists are
 * immutable too.
 *
 * @param outline what pack.yaml says
 * @param digest SHA-256 over its files, in hexadecimal
 * @param limits what limits.yaml says
 * @param rules its rules with what the law found out about them, by criterion and place
 * @param examples its worked examples as read, in the order of the files; of a pack that is known to be good they are read
 *     when they are first asked for
 * @param files its rule files, by criterion; none if the pack was not read from files
 * @param accepted what its owner accepts of what is remarked on
 * @param translation reads zh.yaml; gives null if there is none
 * @param lacking what is wrong with a draft whose rules lack cases
 */
public record CheckedPack(
        PackOutline outline,
        String digest,
        LimitTable limits,
        List<CheckedRule> rules,
        List<WorkedExample> examples,
        Map<String, RuleFile> files,
        List<Accepted> accepted,
        Supplier<@Nullable Node> translation,
        List<Problem> lacking) {

    /** One that was not read from files: it has no worked examples, and accepts nothing. */
    public static CheckedPack of(PackOutline outline, String digest, LimitTable limits, List<CheckedRule> rules) {
        return new CheckedPack(
                outline, digest, limits, List.copyOf(rules), List.of(), Map.of(), List.of(), () -> null, List.of());
    }

    /** The criterion that a rule stands under. */
    public String criterionOf(String rule) {
        return rules.stream()
                .map(CheckedRule::rule)
                .filter(one -> one.id().equals(rule))
                .map(PackRule::criterion)
                .findFirst()
                .orElse("");
    }

    /** The same pack with some of its rules alone, and their cases. */
    public CheckedPack only(Predicate<String> chosen) {
        return new CheckedPack(
                outline,
                digest,
                limits,
                rules.stream().filter(rule -> chosen.test(rule.id())).toList(),
                examples.stream().filter(example -> chosen.test(example.rule())).toList(),
                Map.of(),
                accepted,
                translation,
                List.of());
    }
}
