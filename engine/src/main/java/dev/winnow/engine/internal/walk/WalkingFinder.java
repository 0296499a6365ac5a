package dev.winnow.engine.internal.walk;

import dev.winnow.engine.internal.evaluate.Candidate;
import dev.winnow.engine.internal.evaluate.EvaluationContext;
import dev.winnow.engine.internal.evaluate.Finder;
import dev.winnow.engine.internal.evaluate.Match;
import dev.winnow.language.internal.check.CheckedRule;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds matches by walking the rules: slower than the join evaluator, but without preparation. All matches are found in
 * the local phase.
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
        BitSet all = new BitSet();
        all.set(0, rules.size());
        return findLocal(context, batch, Collections.nCopies(batch.size(), all));
    }

    @Override
    public List<Found> findLocal(EvaluationContext context, List<Candidate> batch, List<BitSet> asked) {
        return IntStream.range(0, batch.size())
                .mapToObj(i -> walk(context, batch.get(i), asked.get(i)))
                .toList();
    }

    private Found walk(EvaluationContext context, Candidate candidate, BitSet asked) {
        @Nullable Walker[] walks = new Walker[rules.size()];
        asked.stream()
                .forEach(rule ->
                        walks[rule] = Walker.walk(rules.get(rule), context, candidate.project(), Walker.Watch.NONE));
        return new Matches() {
            @Override
            public List<Match> certain(int rule) {
                Walker walked = walks[rule];
                return walked == null ? List.of() : walked.certain();
            }

            @Override
            public List<Match> possible(int rule) {
                Walker walked = walks[rule];
                return walked == null ? List.of() : walked.possible();
            }
        };
    }
}
