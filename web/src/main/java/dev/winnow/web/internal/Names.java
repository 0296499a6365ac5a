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
        @Nullable
        String id(Universe universe, String name) {
            return universe.findProject(name);
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
    },
    CITY {
        @Override
        @Nullable
        String id(Universe universe, String name) {
            return universe.findCity(name);
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
    };

    abstract @Nullable String id(Universe universe, String name);

    /** Returns ids and names. */
    abstract Collection<String> known(Universe universe);

    abstract Message unknown(String name);

    /** Returns the id of a name; refuses an unknown one. */
    String find(Universe universe, String name) throws RefusedRequest {
        String id = id(universe, name);
        if (id == null) {
            throw new RefusedRequest(Status.NOT_FOUND, unknown(name).with(Nearest.advice(name, known(universe))));
        }
        return id;
    }

    /** Returns the ids of a name, or of several separated by commas; null without names. */
    @Nullable
    Set<String> findAll(Universe universe, @Nullable String names) throws RefusedRequest {
        if (names == null) {
            return null;
        }
        String whole = id(universe, names); // a name may contain a comma
        if (whole != null) {
            return Set.of(whole);
        }
        Set<String> ids = new LinkedHashSet<>();
        for (String name : List.of(names.split(",", -1))) {
            ids.add(find(universe, name.strip()));
        }
        return ids;
    }
}
