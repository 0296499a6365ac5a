package dev.winnow.engine;

import dev.winnow.engine.internal.score.RankKey;
import dev.winnow.model.result.Assessment;

/** The rank order of candidates in a city on a day, best first; ties are ordered by project id. */
record RankPlace(RankKey key, String project) implements Comparable<RankPlace> {

    static RankPlace of(Assessment assessment) {
        return new RankPlace(RankKey.of(assessment), assessment.project());
    }

    @Override
    public int compareTo(RankPlace other) {
        int order = key.compareTo(other.key);
        return order == 0 ? project.compareTo(other.project) : order;
    }
}
