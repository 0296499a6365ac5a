package dev.winnow.engine;

import java.util.Collections;
import java.util.List;

/** Finds by walking the rules: the same as compiled ones, slower, but at once. All of it is found in the city. */
final class WalkingFinder implements Finder {

    private final List<CheckedRule> rules;

    WalkingFinder(List<CheckedRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public List<Found> findOwn(Surroundings surroundings, List<Candidate> batch) {
        return Collections.nCopies(batch.size(), Found.NOTHING);
    }

    @Override
    public List<Found> findLocal(Surroundings surroundings, List<Candidate> batch) {
        return batch.stream().map(candidate -> walk(surroundings, candidate)).toList();
    }

    private Found walk(Surroundings surroundings, Candidate candidate) {
        List<Walker> walks = rules.stream()
                .map(rule -> Walker.walk(rule, surroundings, candidate.project(), Walker.Watch.NONE))
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
