package dev.winnow.commands.screening;

import dev.winnow.console.input.Candidates;
import dev.winnow.console.input.ScreeningInput;
import dev.winnow.console.option.PrintOptions;
import dev.winnow.console.option.Shipped;
import dev.winnow.console.terminal.Exit;
import dev.winnow.console.terminal.Notices;
import dev.winnow.console.terminal.Refusal;
import dev.winnow.engine.RulePack;
import dev.winnow.engine.ScreeningRequest;
import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.model.universe.Universe;
import dev.winnow.report.internal.layout.Columns;
import dev.winnow.tables.Portions;
import dev.winnow.tables.Tables;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Input files split into tables that are read in portions, and the rest. The tables are those of own candidates, or
 * those of the universe if no project of it is named.
 *
 * @param tables tables to read one portion at a time
 * @param others the other files of the universe
 * @param named additional requested projects
 * @param own whether the tables contain own candidates
 */
record Streamed(List<Path> tables, List<Path> others, List<String> named, boolean own) {

    static Streamed of(Path[] universe, List<String> projects) {
        if (!projects.isEmpty()) {
            Map<Boolean, List<String>> words = projects.stream().collect(Collectors.partitioningBy(Streamed::isTable));
            return new Streamed(
                    words.getOrDefault(true, List.of()).stream()
                            .map(Shipped::path)
                            .toList(),
                    List.of(universe),
                    words.getOrDefault(false, List.of()),
                    true);
        }
        List<Path> tables = Stream.of(universe).filter(Tables::isTable).toList();
        return new Streamed(
                tables,
                Stream.of(universe).filter(path -> !tables.contains(path)).toList(),
                List.of(),
                false);
    }

    /** Reads nothing in portions, as answers require: they apply to projects that have been read. */
    static Streamed whole(Path[] universe, List<String> projects) {
        return new Streamed(List.of(), List.of(universe), List.copyOf(projects), !projects.isEmpty());
    }

    private static boolean isTable(String word) {
        return Candidates.isFile(word) && Tables.isTable(Shipped.path(word));
    }

    /** Whether any table is read in portions. */
    boolean any() {
        return !tables.isEmpty();
    }

    /** Reads all other files and starts the screening. */
    LongScreening begin(ScreeningInput loader, List<String> cities, Notices notices) {
        RulePack pack = loader.pack();
        Universe base = loader.besides(tables, others);
        if (pack == null) {
            notices.problems(base.problems());
            throw loader.nothingScreened();
        }
        // A word that names nothing else may name a project of the tables, which are then read as a whole.
        boolean inTables =
                named.stream().anyMatch(word -> base.projectsCalled(word).isEmpty() && !Candidates.isFile(word));
        List<String> words = Stream.concat(
                        named.stream(),
                        (inTables ? tables : List.<Path>of()).stream().map(Path::toString))
                .toList();
        Candidates chosen = words.isEmpty()
                ? new Candidates(base, Set.of(), Set.of(), List.of())
                : Candidates.all(base).choose(words);
        notices.notes(chosen.notes());
        Portions portions = portions(inTables ? List.of() : tables, chosen.universe());
        Candidates ground = new Candidates(
                        portions.ground(),
                        chosen.projects(),
                        Set.copyOf(portions.ground().cityIds()),
                        List.of())
                .inCities(cities);
        try {
            ScreeningRequest request = loader.request(pack, portions.ground());
            return new LongScreening(request, portions, ground, own, loader.isPast(), notices);
        } catch (PackException e) {
            notices.problems(e.problems());
            throw loader.nothingScreened();
        }
    }

    private Portions portions(List<Path> tables, Universe base) {
        try {
            return Portions.of(tables, base, own);
        } catch (UncheckedIOException e) {
            String folder = Columns.clean(System.getProperty("java.io.tmpdir", ""));
            throw new Refusal(
                    Exit.COULD_NOT_RUN,
                    Message.of(
                            "cannot write `%s`: %s",
                            folder, PrintOptions.reason(Objects.requireNonNull(e.getCause()))));
        }
    }
}
