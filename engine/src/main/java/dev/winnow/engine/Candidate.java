package dev.winnow.engine;

import dev.winnow.model.Project;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A project that is heard on a day, in one city after the other. Thread-safe. */
final class Candidate {

    private final Project project;
    private final boolean illustrative;
    /** What it is to the pack's rules, of both sorts, for those who look at it in many cities. */
    private final @Nullable FusedProfile[] profiles = new FusedProfile[2];

    Candidate(Project project, boolean illustrative) {
        this.project = project;
        this.illustrative = illustrative;
    }

    Project project() {
        return project;
    }

    /** Whether it is invented. */
    boolean illustrative() {
        return illustrative;
    }

    /**
     * What it is to rules, whatever the city.
     *
     * @param sort which of the pack's two sorts of rules
     * @param conditions theirs
     * @param drawing draws it up, when it is asked for first
     */
    synchronized FusedProfile profile(int sort, Conditions conditions, Supplier<FusedProfile> drawing) {
        FusedProfile ready = profiles[sort];
        if (ready == null || !ready.isOf(conditions)) {
            ready = drawing.get();
            profiles[sort] = ready;
        }
        return ready;
    }
}
