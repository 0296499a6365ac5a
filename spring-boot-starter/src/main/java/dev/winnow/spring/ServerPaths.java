package dev.winnow.spring;

import dev.winnow.model.universe.Universe;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Hides paths of the server's files in answers: each is reduced to the name of the file. */
final class ServerPaths {

    private final List<String> places;

    private ServerPaths(Stream<String> places) {
        this.places = places.filter(place -> !WinnowProperties.isOnClassPath(place))
                .filter(place -> !name(place).equals(place))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Collects the paths of a pack and of the files of a universe. */
    static ServerPaths of(CurrentPack pack, @Nullable Universe universe) {
        Stream<String> files = universe == null
                ? Stream.empty()
                : universe.sourceFiles().stream()
                        .flatMap(file -> Stream.ofNullable(file.root()))
                        .map(root -> root.place().file());
        return new ServerPaths(Stream.concat(Stream.of(pack.place()), files));
    }

    /** Reduces each path in a text to its last segment. */
    String hide(String text) {
        String hidden = text;
        for (String place : places) {
            hidden = hidden.replace(place, name(place));
        }
        return hidden;
    }

    private static String name(String place) {
        String path = place.replace('\\', '/');
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
