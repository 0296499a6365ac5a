package dev.winnow.engine.internal.evaluate;

import dev.winnow.language.internal.check.CheckedRule;
import dev.winnow.language.internal.syntax.Counting;
import dev.winnow.language.internal.syntax.Pattern;
import dev.winnow.language.internal.vocabulary.FactNames;
import dev.winnow.language.internal.vocabulary.FactType;
import dev.winnow.language.internal.wording.SentenceTemplate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One match of a rule for a candidate, in one reading. A screening holds very many, so instances are small. */
public final class Match {

    private static final Object[] NOTHING = {};

    private final CheckedRule rule;
    private final Object[] facts;
    private final Share share;
    private final @Nullable String district;
    private final @Nullable Object[] arguments;
    /** Created when this match is first compared with others. */
    private @Nullable String reason;

    /**
     * @param facts the matched facts, one per pattern of kind FACT, in order; must not be changed afterwards
     * @param share the share of points that it earns, or the ceiling that it sets
     * @param district the suggested district; null if none
     * @param arguments the values for the placeholders of the reason; must not be changed afterwards
     */
    public Match(
            CheckedRule rule, Object[] facts, Share share, @Nullable String district, @Nullable Object[] arguments) {
        this.rule = rule;
        this.facts = facts;
        this.share = share;
        this.district = district;
        this.arguments = arguments;
    }

    /** A match without arguments, for a rule whose reason is not written. */
    public Match(CheckedRule rule, Object[] facts, Share share, @Nullable String district) {
        this(rule, facts, share, district, NOTHING);
    }

    public CheckedRule rule() {
        return rule;
    }

    /** Copies the facts into an array indexed by pattern. */
    public void copyFacts(@Nullable Object[] byPattern) {
        int next = 0;
        for (int i = 0; i < byPattern.length; i++) {
            boolean fact = rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT;
            byPattern[i] = fact ? facts[next++] : null;
        }
    }

    /** The share of points that it earns, or the ceiling that it sets. */
    public Share share() {
        return share;
    }

    /** The suggested district; null if none. */
    public @Nullable String district() {
        return district;
    }

    /** The values for the placeholders of the reason. */
    public List<@Nullable Object> arguments() {
        return Arrays.asList(arguments);
    }

    public String reason() {
        String written = reason;
        if (written == null) {
            written = written();
            reason = written;
        }
        return written;
    }

    private String written() {
        List<String> values = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            values.add(SentenceTemplate.write(argument));
        }
        return SentenceTemplate.fill(rule.rule().text(), values);
    }

    /**
     * Returns the match that determines the outcome: the one with the largest share or, for a cap, the lowest ceiling.
     * Ties go to the smallest reason in English with ids for names, so that neither language nor names affect the
     * result.
     */
    public static Match chosen(List<Match> matches) {
        if (matches.size() == 1) {
            return matches.get(0);
        }
        boolean cap = matches.get(0).rule().rule().consequence().counting() == Counting.AS_CEILING;
        Match chosen = matches.get(0);
        String reason = null; // reasons are created once per match, and only for ties
        for (Match match : matches.subList(1, matches.size())) {
            int order = match.share().low().compareTo(chosen.share().low());
            String other = null;
            if (order == 0) {
                reason = reason == null ? chosen.reason() : reason;
                other = match.reason();
                order = reason.compareTo(other);
                order = order == 0 ? byFacts(chosen, match) : order;
            } else if (cap) {
                order = -order;
            }
            if (order > 0) {
                chosen = match;
                reason = other;
            }
        }
        return chosen;
    }

    /** Compares the first facts that differ: by id, then by their text. */
    private static int byFacts(Match one, Match other) {
        int next = 0;
        for (int i = 0; i < one.rule.types().size(); i++) {
            if (one.rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT) {
                Object ours = one.facts[next];
                Object theirs = other.facts[next++];
                int order = ours == theirs ? 0 : byFact(one.rule.types().get(i), ours, theirs);
                if (order != 0) {
                    return order;
                }
            }
        }
        return 0;
    }

    private static int byFact(FactType type, Object one, Object other) {
        int order = FactNames.ref(type, one)
                .id()
                .compareTo(FactNames.ref(type, other).id());
        return order == 0 ? one.toString().compareTo(other.toString()) : order;
    }
}
