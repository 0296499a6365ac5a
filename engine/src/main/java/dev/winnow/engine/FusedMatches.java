package dev.winnow.engine;

import dev.winnow.model.Figure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hears of the ways in which one rule holds for one candidate, and keeps them all: for who wants to read them. */
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
        List<@Nullable Object> leading = values(rule.leading());
        Share share = switch (checked.rule().verb()) {
            case AWARD -> Share.FULL;
            case AWARD_SHARE -> Share.of((Figure) leading.get(0), (Figure) leading.get(1));
            case CAP -> Share.ceiling((Figure) leading.get(1));
            case KNOCK_OUT, RED_FLAG, NOTE, SUGGEST -> Share.NONE;
        };
        String district = checked.rule().verb() == Verb.SUGGEST ? (String) leading.get(0) : null;
        return new Match(checked, matched, share, district, values(rule.arguments()));
    }

    private List<@Nullable Object> values(List<Integer> numbers) {
        List<@Nullable Object> values = new ArrayList<>(numbers.size());
        numbers.forEach(number -> values.add(conditions.value(number, run.facts(), run.ends())));
        return values;
    }
}
