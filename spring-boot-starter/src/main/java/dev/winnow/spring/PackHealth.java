package dev.winnow.spring;

import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports the current pack. If its files have an edit with problems, the status is {@code STALE}, with the problems.
 * The application stays UP, because it screens as before the edit.
 */
final class PackHealth implements HealthIndicator {

    private static final Status STALE = new Status("STALE", "the edited rule pack has problems; the one before counts");

    private final CurrentPack current;
    private final @Nullable Universe universe;
    private final ServerPaths paths;

    /** @param universe the configured universe; null without one */
    PackHealth(CurrentPack current, @Nullable Universe universe) {
        this.current = current;
        this.universe = universe;
        this.paths = ServerPaths.of(current, universe);
    }

    @Override
    public Health health() {
        RulePack pack = current.get().pack();
        List<Problem> problems = current.problems();
        Map<String, String> told = new LinkedHashMap<>();
        told.put("name", pack.name());
        told.put("version", pack.version());
        told.put("digest", pack.digest());
        told.put("place", paths.hide(current.place()));
        Health.Builder health = new Health.Builder(problems.isEmpty() ? Status.UP : STALE).withDetail("pack", told);
        if (universe != null) {
            health.withDetail("universe", Map.of("digest", universe.digest()));
        }
        if (!problems.isEmpty()) {
            health.withDetail(
                    "problems",
                    problems.stream()
                            .map(problem -> paths.hide(problem.toString()))
                            .toList());
        }
        return health.build();
    }
}
