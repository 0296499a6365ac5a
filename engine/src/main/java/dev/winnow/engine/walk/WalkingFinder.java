package dev.winnow.engine.walk;

import dev.winnow.engine.evaluate.Candidate;
import dev.winnow.engine.evaluate.EvaluationContext;
import dev.winnow.engine.evaluate.Finder;
import dev.winnow.engine.evaluate.Match;
import dev.winnow.language.check.CheckedRule;
import java.util.Collections;
import java.util.List;

/**
 * Finds matches by walking the rules: the same as compiled rules do, slower but without compiling. All is found in the
 * local phase.
 */
public final class WalkingFinder implements Finder {

    private final List<CheckedRule> rules;

    public WalkingFinder(List<CheckedRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public List<Found> findOwn(EvaluationContext context, List<Candidate> batch) {
        return Collections.nCopies(batch.size(), Found.NOTHING);
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch) {
        return batch.stream().map(candidate -> walk(context, candidate)).toList();
    }

    private Found walk(EvaluationContext context, Candidate candidate) {
        List<Walker> walks = rules.stream()
                .map(rule -> Walker.walk(rule, context, candidate.project(), Walker.Watch.NONE))
                .toList();
        return new Ways() {
            @Override
            public List<Match> certain(int rule) {
                return walks.get(rule).certain();
            }

            @Override
            public List<Match> possible(int rule) {
                return walks.get(rule).possible();
            }
        };
    }
}
