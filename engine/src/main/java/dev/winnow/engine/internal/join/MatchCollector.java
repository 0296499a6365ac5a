package dev.winnow.engine.internal.join;

import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.engine.internal.evaluate.Share;
import dev.winnow.engine.internal.evaluate.Truth;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects all matches of one rule for one candidate; can be reused for other rules and candidates. */
final class MatchCollector implements NestedLoops.Listener {

    private static final int[] NONE = {};

    private final Conditions conditions;
    private final JoinRun run;
    private final List<Match> certain = new ArrayList<>();
    private final List<Match> possible = new ArrayList<>();
    private @Nullable JoinRule rule;
    /** Indexes of the patterns that match a fact. */
    private int[] patterns = NONE;

    MatchCollector(Conditions conditions, JoinRun run) {
        this.conditions = conditions;
        this.run = run;
    }

    /**
     * Starts a rule.
     *
     * @param matching the indexes of the rule's patterns that match a fact
     */
    void begin(JoinRule next, int[] matching) {
        rule = next;
        patterns = matching;
        certain.clear();
        possible.clear();
    }

    /** The matches in which the rule certainly holds. */
    List<Match> certain() {
        return List.copyOf(certain);
    }

    /**
     * The matches in which the rule possibly holds.
     *
     * @param some the matches in which it certainly holds, which are often all of them
     */
    List<Match> possible(List<Match> some) {
        return some.size() == possible.size() ? some : List.copyOf(possible);
    }

    @Override
    public boolean found(Truth holds) {
        Match match = match(holds == Truth.YES);
        possible.add(match);
        if (holds == Truth.YES) {
            certain.add(match);
        }
        return true;
    }

    /** @param holds whether the match is certain; reasons of other matches are not read */
    private Match match(boolean holds) {
        JoinRule of = Objects.requireNonNull(rule);
        CheckedRule checked = of.checked();
        Object[] matched = new Object[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matched[i] = Objects.requireNonNull(run.facts()[patterns[i]]);
        }
        Share known = run.share();
        Share share = known == null ? of.share(conditions, run.facts(), run.ends()) : known;
        String district = of.suggests() ? (String) value(of.district()) : null;
        return holds
                ? new Match(checked, matched, share, district, values(of.arguments()))
                : new Match(checked, matched, share, district);
    }

    private @Nullable Object[] values(List<Integer> numbers) {
        @Nullable Object[] values = new Object[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(numbers.get(i));
        }
        return values;
    }

    private @Nullable Object value(int number) {
        return conditions.value(number, run.facts(), run.ends());
    }
}
