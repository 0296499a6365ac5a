package dev.winnow.analysis.lists;

import dev.winnow.engine.Evaluation;
import dev.winnow.model.result.Assessment;
import java.lang.ref.SoftReference;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The assessments of evaluations, each made anew when it is taken from the list, so that the texts that are read of it are
 * forgotten with it. Immutable and thread-safe.
 */
final class FreshAssessments extends AbstractList<Assessment> implements RandomAccess {

    private final List<Evaluation> evaluations;
    /** What was made last, as long as there is memory for it; null if nothing is kept. */
    private final @Nullable SoftReference<Assessment> @Nullable [] made;

    private FreshAssessments(List<Evaluation> evaluations, @Nullable SoftReference<Assessment> @Nullable [] made) {
        this.evaluations = evaluations;
        this.made = made;
    }

    /** For who reads each of them once. */
    static FreshAssessments readOnce(List<Evaluation> evaluations) {
        return new FreshAssessments(evaluations, null);
    }

    /** For who goes through them several times: they are kept as long as there is memory for them. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of references cannot be made otherwise
    static FreshAssessments readAgain(List<Evaluation> evaluations) {
        return new FreshAssessments(evaluations, new SoftReference[evaluations.size()]);
    }

    @Override
    public Assessment get(int index) {
        SoftReference<Assessment> reference = made == null ? null : made[index];
        Assessment kept = reference == null ? null : reference.get();
        if (kept != null) {
            return kept;
        }
        Assessment fresh = evaluations.get(index).anew();
        if (made != null) {
            made[index] = new SoftReference<>(fresh);
        }
        return fresh;
    }

    @Override
    public int size() {
        return evaluations.size();
    }
}
