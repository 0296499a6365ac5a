package dev.winnow.web.internal;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.universe.Universe;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the projects and cities that a request names. */
enum Names {
    PROJECT {
        @Override
        List<String> ids(Universe universe, String name) {
            return universe.projectsCalled(name);
        }

        @Override
        Collection<String> known(Universe universe) {
            Set<String> known = new TreeSet<>(universe.projectIds());
            universe.projects().forEach(project -> known.add(project.name()));
            return known;
        }

        @Override
        Message unknown(String name) {
            return Message.of("unknown project `%s`", name);
        }

        @Override
        Message several(String name, int number) {
            return Message.of("`%s` names %s projects", name, number);
        }
    },
    CITY {
        @Override
        List<String> ids(Universe universe, String name) {
            return universe.citiesCalled(name);
        }

        @Override
        Collection<String> known(Universe universe) {
            Set<String> known = new TreeSet<>(universe.cityIds());
            universe.asOf(universe.asOf(), true).cities().forEach(city -> known.add(city.name()));
            return known;
        }

        @Override
        Message unknown(String name) {
            return Message.of("unknown city `%s`", name);
        }

        @Override
        Message several(String name, int number) {
            return Message.of("`%s` names %s cities", name, number);
        }
    };

    abstract List<String> ids(Universe universe, String name);

    /** Returns ids and names. */
    abstract Collection<String> known(Universe universe);

    abstract Message unknown(String name);

    abstract Message several(String name, int number);

    /** Returns the id of a name; refuses an unknown one, and one of several entries. */
    String find(Universe universe, String name) throws RefusedRequest {
        List<String> ids = ids(universe, name);
        if (ids.size() == 1) {
            return ids.get(0);
        }
        throw new RefusedRequest(
                Status.NOT_FOUND,
                ids.isEmpty()
                        ? unknown(name).with(Nearest.advice(name, known(universe)))
                        : several(name, ids.size()).with(Message.of("write an id, such as `%s`", ids.get(0))));
    }

    /** Returns the ids of a name, or of several separated by commas; null without names. */
    @Nullable
    Set<String> findAll(Universe universe, @Nullable String names) throws RefusedRequest {
        if (names == null) {
            return null;
        }
        List<String> whole = ids(universe, names); // a name may contain a comma
        if (whole.size() == 1) {
            return Set.copyOf(whole);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String name : List.of(names.split(",", -1))) {
            ids.add(find(universe, name.strip()));
        }
        return ids;
    }
}
