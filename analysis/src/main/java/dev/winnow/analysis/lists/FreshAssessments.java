package dev.winnow.analysis.lists;

import dev.winnow.engine.Evaluation;
import dev.winnow.model.result.Assessment;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The assessments of evaluations, each made anew when it is taken from the list, so that the texts that are read of it are
 * forgotten with it. Immutable and thread-safe.
 */
final class FreshAssessments extends AbstractList<Assessment> implements RandomAccess {

    private final List<Evaluation> evaluations;

    FreshAssessments(List<Evaluation> evaluations) {
        this.evaluations = evaluations;
    }

    @Override
    public Assessment get(int index) {
        return evaluations.get(index).anew();
    }

    @Override
    public int size() {
        return evaluations.size();
    }
}
