package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.Share;
import dev.winnow.language.check.CheckedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects all matches of one rule for one candidate. */
final class FusedMatches implements FusedWalk.Listener {

    private final Conditions conditions;
    private final FusedRun run;
    private final FusedRule rule;
    /** The patterns that match a fact. */
    private final int[] patterns;

    // Most rules hold in one way or two.
    private final List<Match> certain = new ArrayList<>(2);
    private final List<Match> possible = new ArrayList<>(2);

    /** @param patterns the patterns of the rule that match a fact */
    FusedMatches(Conditions conditions, FusedRun run, FusedRule rule, int[] patterns) {
        this.conditions = conditions;
        this.run = run;
        this.rule = rule;
        this.patterns = patterns;
    }

    List<Match> certain() {
        return certain;
    }

    List<Match> possible() {
        return possible;
    }

    @Override
    public boolean found(int holds) {
        Match match = match(holds == Conditions.CERTAINLY);
        possible.add(match);
        if (holds == Conditions.CERTAINLY) {
            certain.add(match);
        }
        return true;
    }

    /** @param holds whether it certainly does: of others no reason is read */
    private Match match(boolean holds) {
        CheckedRule checked = rule.checked();
        Object[] matched = new Object[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matched[i] = Objects.requireNonNull(run.facts()[patterns[i]]);
        }
        Share known = run.share();
        Share share = known == null ? rule.share(conditions, run.facts(), run.ends()) : known;
        String district = rule.suggests() ? (String) value(rule.district()) : null;
        return holds
                ? new Match(checked, matched, share, district, values(rule.arguments()))
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
