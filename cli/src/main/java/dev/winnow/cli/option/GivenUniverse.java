package dev.winnow.cli.option;

import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads a universe from the inputs of the command line: folders and documents first, then tables on top of them. */
public final class GivenUniverse {

    private GivenUniverse() {}

    /**
     * Reads all as one universe.
     *
     * @param vocabulary which facts its files may state
     * @param notes takes what is to be known of the tables
     */
    public static Universe read(Vocabulary vocabulary, Consumer<List<Problem>> notes, Path... paths) {
        List<Path> tables = Stream.of(paths).filter(Tables::isTable).toList();
        Universe universe = Universe.read(
                vocabulary,
                Stream.of(paths).filter(path -> !tables.contains(path)).toArray(Path[]::new));
        if (tables.isEmpty()) {
            return universe;
        }
        Tables read = Tables.read(tables, universe);
        notes.accept(read.notes());
        return universe.with(read.documents(), false, read.problems());
    }
}
