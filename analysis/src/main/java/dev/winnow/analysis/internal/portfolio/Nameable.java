package dev.winnow.analysis.internal.portfolio;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that a plan may use.
 *
 * @param projects maps a word to the id of a project; null if it names none
 * @param cities maps a word to the id of a city; null if it names none
 * @param projectNames the proposed names for a project
 * @param cityNames the proposed names for a city
 * @param districts the names of the districts
 * @param funds the ids of the funds
 * @param tracks the tracks
 */
public record Nameable(
        Function<String, @Nullable String> projects,
        Function<String, @Nullable String> cities,
        Collection<String> projectNames,
        Collection<String> cityNames,
        Collection<String> districts,
        Collection<String> funds,
        Collection<String> tracks) {

    /** No names: a plan with its own projects and cities takes theirs. */
    public static final Nameable NOTHING =
            new Nameable(word -> null, word -> null, List.of(), List.of(), List.of(), List.of(), List.of());

    /** Number of problems that get a suggested name; each suggestion compares all names. */
    private static final int MOST_ADVISED = 100;

    /** The project of a key; null, and a problem, if the key names none. */
    public @Nullable String project(Node.Field key, List<Problem> problems) {
        String id = projects.apply(key.key());
        if (id == null) {
            problems.add(key.problem(missing(key.key()), advice(key.key(), problems)));
        }
        return id;
    }

    /** The project of a list item; null, and a problem, if the item names none. */
    public @Nullable String project(Node item, List<Problem> problems) {
        String id = item.isScalar() ? projects.apply(item.text()) : null;
        if (id == null) {
            problems.add(item.problem(
                    missing(item.isScalar() ? item.text() : ""),
                    item.isScalar() ? advice(item.text(), problems) : null));
        }
        return id;
    }

    /** The projects of the items of a list; items that name none are reported as problems. */
    public Set<String> projects(Node owner, String key, List<Problem> problems) {
        Set<String> ids = new LinkedHashSet<>();
        owner.list(key, problems).forEach(item -> {
            String id = project(item, problems);
            if (id != null) {
                ids.add(id);
            }
        });
        return ids;
    }

    private @Nullable Message advice(String word, List<Problem> problems) {
        return problems.size() < MOST_ADVISED ? Nearest.advice(word, projectNames) : null;
    }

    private static Message missing(String word) {
        return Message.of("unknown candidate `%s`", word);
    }
}
