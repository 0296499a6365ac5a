package dev.winnow.cli;

import dev.winnow.model.Universe;
import dev.winnow.model.Universe.ProjectEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A universe, with own candidates added, and which of its projects were asked for.
 *
 * @param universe everything that is screened
 * @param asked ids of the projects asked for
 */
record Candidates(Universe universe, Set<String> asked) {

    /** A universe of which all projects are asked for. */
    static Candidates all(Universe universe) {
        return new Candidates(universe, ids(universe, project -> true));
    }

    /** A universe with the candidates of files added, of which no others are asked for. */
    static Candidates own(Universe universe, List<String> files) {
        Universe enlarged = universe.and(files.stream().map(Shipped::path).toArray(Path[]::new));
        return new Candidates(enlarged, ids(enlarged, ProjectEntry::own));
    }

    /** Asks for projects by words that name them, and by files that add them. */
    Candidates choose(List<String> words) {
        List<String> files = words.stream()
                .filter(word -> universe.findProject(word) == null && isFile(word))
                .toList();
        Candidates enlarged = files.isEmpty() ? new Candidates(universe, Set.of()) : own(universe, files);
        Set<String> chosen = new TreeSet<>(enlarged.asked());
        for (String word : words) {
            String id = universe.findProject(word);
            if (id != null) {
                chosen.add(id);
            } else if (!files.contains(word)) {
                throw unknown(word);
            }
        }
        return new Candidates(enlarged.universe(), chosen);
    }

    /** The id of a city by a word that names it. */
    String city(String word) {
        String id = universe.findCity(word);
        if (id == null) {
            Set<String> known = new TreeSet<>(universe.cityIds());
            universe.asOf(universe.asOf(), true).cities().forEach(city -> known.add(city.name()));
            throw unknown("city", word, known);
        }
        return id;
    }

    private static boolean isFile(String word) {
        return word.matches("(?s).*([/\\\\]|\\.(ya?ml|json)$).*") || Files.exists(Shipped.path(word));
    }

    private static Set<String> ids(Universe universe, Predicate<ProjectEntry> test) {
        return universe.projects().stream().filter(test).map(ProjectEntry::id).collect(Collectors.toSet());
    }

    private Refusal unknown(String word) {
        Set<String> known = new TreeSet<>(universe.projectIds());
        universe.projects().forEach(project -> known.add(project.name()));
        return unknown("project", word, known);
    }

    /** Where something could not be read, that may be why it is not there. */
    private Refusal unknown(String kind, String word, Set<String> known) {
        return universe.problems().isEmpty()
                ? Refusal.unknown(kind, word, known)
                : new Refusal(Exit.PROBLEMS, "there is no " + kind + " `" + word + "` among what could be read");
    }
}
