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

/** One match of a rule for a candidate, in one reading. A screening keeps very many of them, so it is kept small. */
public final class Match {

    private static final Object[] NOTHING = {};

    private final CheckedRule rule;
    private final Object[] facts;
    private final Share share;
    private final @Nullable String district;
    private final @Nullable Object[] arguments;
    /** Written when it is first compared with those of other matches. */
    private @Nullable String reason;

    /**
     * @param facts what its patterns matched, one for each pattern of kind FACT, in order; not changed afterwards
     * @param share what it earns, or the ceiling it sets
     * @param district what it suggests; null unless it does
     * @param arguments what fills its text; not changed afterwards
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

    /** Copies the facts into an array by the index of their pattern. */
    public void lay(@Nullable Object[] byPattern) {
        int next = 0;
        for (int i = 0; i < byPattern.length; i++) {
            boolean fact = rule.rule().patterns().get(i).kind() == Pattern.Kind.FACT;
            byPattern[i] = fact ? facts[next++] : null;
        }
    }

    /** What it earns, or the ceiling it sets. */
    public Share share() {
        return share;
    }

    /** What it suggests; null unless it does. */
    public @Nullable String district() {
        return district;
    }

    /** What fills its text. */
    public List<@Nullable Object> arguments() {
        return Arrays.asList(arguments);
    }

    /** Its reason. */
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
     * Of the matches in which a rule holds, the one that counts: the largest share, of a cap the lowest ceiling, then the
     * smallest reason in English with ids for names, so that neither language nor names change a result.
     */
    public static Match chosen(List<Match> matches) {
        if (matches.size() == 1) {
            return matches.get(0);
        }
        boolean cap = matches.get(0).rule().rule().consequence().counting() == Counting.AS_CEILING;
        Match chosen = matches.get(0);
        String reason = null; // put into words once for each, and only where shares do not decide
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

    /** By the first facts that differ: by their ids, and where these are the same, as they are written. */
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
