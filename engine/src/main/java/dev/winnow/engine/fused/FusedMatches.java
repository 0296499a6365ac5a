package dev.winnow.engine.fused;

import dev.winnow.engine.evaluate.Match;
import dev.winnow.engine.evaluate.Share;
import dev.winnow.language.check.CheckedRule;
import dev.winnow.language.syntax.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects all matches of one rule for one candidate. */
final class FusedMatches implements FusedWalk.Listener {

    private final Conditions conditions;
    private final FusedRun run;
    private final FusedRule rule;
    private final List<Match> certain = new ArrayList<>();
    private final List<Match> possible = new ArrayList<>();

    FusedMatches(Conditions conditions, FusedRun run, FusedRule rule) {
        this.conditions = conditions;
        this.run = run;
        this.rule = rule;
    }

    List<Match> certain() {
        return certain;
    }

    List<Match> possible() {
        return possible;
    }

    @Override
    public boolean found(int holds) {
        Match match = match();
        possible.add(match);
        if (holds == Conditions.CERTAINLY) {
            certain.add(match);
        }
        return true;
    }

    private Match match() {
        CheckedRule checked = rule.checked();
        List<Object> matched = new ArrayList<>();
        for (int i = 0; i < checked.types().size(); i++) {
            Object fact = run.facts()[i];
            if (fact != null && checked.rule().patterns().get(i).kind() == Pattern.Kind.FACT) {
                matched.add(fact);
            }
        }
        Share share = rule.share(conditions, run.facts(), run.ends());
        String district = rule.suggests() ? (String) value(rule.district()) : null;
        return new Match(
                checked,
                matched.toArray(),
                share,
                district,
                values(rule.arguments()).toArray());
    }

    private List<@Nullable Object> values(List<Integer> numbers) {
        List<@Nullable Object> values = new ArrayList<>(numbers.size());
        numbers.forEach(number -> values.add(value(number)));
        return values;
    }

    private @Nullable Object value(int number) {
        return conditions.value(number, run.facts(), run.ends());
    }
}
