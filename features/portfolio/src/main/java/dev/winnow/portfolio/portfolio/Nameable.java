package dev.winnow.portfolio.portfolio;

import dev.winnow.model.domain.District;
import dev.winnow.model.domain.Fund;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Facts;
import dev.winnow.model.universe.Universe;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /**
     * {@return the names of a universe}
     *
     * @param facts the facts of the day
     * @param cities the ids of the cities whose districts and funds may be named
     */
    public static Nameable of(Universe universe, Facts facts, Set<String> cities) {
        Set<String> districts = new TreeSet<>();
        Set<String> funds = new TreeSet<>();
        for (String city : cities) {
            for (Object row : facts.rows(city)) {
                if (row instanceof District district && district.name() != null) {
                    districts.add(district.name());
                } else if (row instanceof Fund fund && fund.id() != null) {
                    funds.add(fund.id());
                }
            }
        }
        Set<String> projectNames = new TreeSet<>(universe.projectIds());
        universe.projects().forEach(one -> projectNames.add(one.name()));
        Set<String> cityNames = new TreeSet<>(universe.cityIds());
        facts.cities().forEach(one -> cityNames.add(one.name()));
        Set<String> tracks = facts.projects().stream()
                .map(one -> one.track())
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        tracks.addAll(universe.called("tracks").keySet());
        return new Nameable(
                universe::findProject, universe::findCity, projectNames, cityNames, districts, funds, tracks);
    }

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
