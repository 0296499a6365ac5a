package dev.winnow.engine.oracle;

import dev.winnow.model.result.FactRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The oracle's outcome of one rule for one project in one city.
 *
 * @param rule the rule
 * @param matches all certain and possible matches
 * @param certain the certain matches
 * @param truth TRUE: it holds; UNKNOWN: open; FALSE: it does not hold
 * @param low the share that it certainly earns; 0 unless it certainly holds
 * @param high the share that it may earn
 */
record Outcome(PlainRule rule, List<Match> matches, List<Match> certain, Truth truth, Fraction low, Fraction high) {

    private static final Comparator<Match> ORDER = Comparator.comparing(Match::low)
            .reversed()
            .thenComparing(Outcome::ceiling)
            .thenComparing(Match::reason);

    /** The outcome that follows from a rule's matches. */
    static Outcome of(PlainRule rule, List<Match> matches) {
        List<Match> certain = matches.stream().filter(Match::certain).toList();
        Truth truth = matches.stream()
                .map(match -> match.certain() ? Truth.TRUE : Truth.UNKNOWN)
                .reduce(Truth.FALSE, Truth::or);
        return new Outcome(
                rule, List.copyOf(matches), certain, truth, best(certain, Match::low), best(matches, Match::high));
    }

    private static Fraction ceiling(Match match) {
        return match.ceiling() == null ? Fraction.ZERO : match.ceiling().low();
    }

    private static Fraction best(List<Match> matches, Function<Match, Fraction> share) {
        return matches.stream().map(share).reduce(Fraction.ZERO, Fraction::max);
    }

    /**
     * The reason of a rule that holds: the smallest text among matches with the largest share or, for a cap, the lowest
     * ceiling.
     */
    String reason() {
        Match first = certain.stream().min(ORDER).orElse(null);
        return first == null ? "" : first.reason();
    }

    /** The other reasons of a rule that holds. */
    Set<String> also() {
        Set<String> texts = certain.stream().map(Match::reason).collect(Collectors.toCollection(TreeSet::new));
        texts.remove(reason());
        return texts;
    }

    /** The sets of facts that may be cited for a rule that holds. */
    List<Set<FactRef>> witnesses() {
        String reason = reason();
        return certain.stream()
                .filter(match -> match.low().equals(low) && match.reason().equals(reason))
                .map(match -> (Set<FactRef>) new TreeSet<>(match.facts()))
                .distinct()
                .toList();
    }

    /** All facts of certain matches. */
    Set<FactRef> facts() {
        return certain.stream()
                .map(Match::facts)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
