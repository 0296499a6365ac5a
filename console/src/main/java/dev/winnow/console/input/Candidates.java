package dev.winnow.console.input;

import dev.winnow.console.option.Shipped;
import dev.winnow.console.option.UnknownName;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.universe.Universe.ProjectEntry;
import dev.winnow.tables.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A universe with own candidates added, and the projects and cities that the user requested.
 *
 * @param universe the universe to screen
 * @param projects ids of the requested projects
 * @param cities ids of the requested cities
 * @param notes notes about the files of own candidates
 */
public record Candidates(Universe universe, Set<String> projects, Set<String> cities, List<Problem> notes) {

    /** Requests the same in another universe with the same projects and cities. */
    Candidates over(Universe other) {
        return new Candidates(other, projects, cities, notes);
    }

    /**
     * Requests only some projects.
     *
     * @param some their ids; null for all
     */
    Candidates asking(@Nullable Set<String> some) {
        return some == null ? this : new Candidates(universe, some, cities, notes);
    }

    /** Requests everything in a universe. */
    public static Candidates all(Universe universe) {
        return of(universe, project -> true);
    }

    /** Adds the candidates in files to a universe and requests only these. */
    public static Candidates own(Universe universe, List<String> files) {
        List<Path> paths = files.stream().map(Shipped::path).toList();
        List<Path> tables = paths.stream().filter(Tables::isTable).toList();
        Path[] others = paths.stream().filter(path -> !tables.contains(path)).toArray(Path[]::new);
        Universe enlarged = others.length == 0 ? universe : universe.and(others);
        List<Problem> notes = new ArrayList<>(GivenUniverse.unread(
                enlarged.notes()
                        .subList(universe.notes().size(), enlarged.notes().size()),
                tables));
        if (!tables.isEmpty()) {
            Tables read = Tables.read(tables, enlarged);
            enlarged = enlarged.with(read.documents(), true, read.problems());
            notes.addAll(read.notes());
        }
        Candidates own = of(enlarged, ProjectEntry::own);
        return new Candidates(own.universe(), own.projects(), own.cities(), notes);
    }

    /** Requests projects by words that name them, or by files that add them. */
    public Candidates choose(List<String> words) {
        List<String> files = words.stream()
                .filter(word -> universe.findProject(word) == null && isFile(word))
                .toList();
        Candidates enlarged = files.isEmpty() ? of(universe, project -> false) : own(universe, files);
        Set<String> chosen = new TreeSet<>(enlarged.projects());
        for (String word : words) {
            if (files.contains(word)) {
                continue;
            }
            String id = enlarged.universe().findProject(word);
            if (id == null) {
                throw UnknownName.project(enlarged.universe(), word);
            }
            chosen.add(id);
        }
        return new Candidates(enlarged.universe(), chosen, enlarged.cities(), enlarged.notes());
    }

    /** Requests the cities that the words name; all cities without words. */
    public Candidates inCities(List<String> words) {
        return words.isEmpty()
                ? this
                : new Candidates(
                        universe, projects, words.stream().map(this::city).collect(Collectors.toSet()), notes);
    }

    private String city(String word) {
        String id = universe.findCity(word);
        if (id == null) {
            throw UnknownName.city(universe, word);
        }
        return id;
    }

    public static boolean isFile(String word) {
        return word.matches("(?s).*([/\\\\]|\\.(ya?ml|json|csv|tsv|xls[xm]?|ndjson|jsonl)$).*")
                || Files.exists(Shipped.path(word));
    }

    private static Candidates of(Universe universe, Predicate<ProjectEntry> asked) {
        Set<String> projects =
                universe.projects().stream().filter(asked).map(ProjectEntry::id).collect(Collectors.toSet());
        return new Candidates(universe, projects, Set.copyOf(universe.cityIds()), List.of());
    }
}
