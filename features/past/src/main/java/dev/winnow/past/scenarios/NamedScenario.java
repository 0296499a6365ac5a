package dev.winnow.past.scenarios;

import dev.winnow.engine.RulePack;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.Universe;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named set of changes of a universe and a pack.
 *
 * @param id its id, unique in its file
 * @param name its display name
 * @param note a remark on it; null if there is none
 * @param changes its changes without problems, in the order of its file
 * @param universe the universe with the changes
 * @param pack the pack with the changed limits
 * @param origin the parts that it was made of
 */
public record NamedScenario(
        String id,
        String name,
        @Nullable String note,
        List<ScenarioChange> changes,
        Universe universe,
        RulePack pack,
        Origin origin) {

    /**
     * The parts of a scenario.
     *
     * @param node its entry in the file
     * @param base the universe without changes
     * @param pack the pack without changes
     * @param day the day from which changes count
     * @param positions the positions of its changes among those in the file, which may include some with problems
     */
    public record Origin(Node node, Universe base, RulePack pack, LocalDate day, List<Integer> positions) {

        public Origin {
            positions = List.copyOf(positions);
        }
    }

    public NamedScenario {
        changes = List.copyOf(changes);
    }
}
