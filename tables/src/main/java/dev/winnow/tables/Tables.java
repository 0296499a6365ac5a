package dev.winnow.tables;

import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.Universe;
import dev.winnow.tables.entries.TableFile;
import dev.winnow.tables.mapping.Mapping;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The content of tables that a universe is read from directly.
 *
 * @param documents their rows as documents of a universe
 * @param problems what was wrong and left out
 * @param notes columns that are not taken, hidden rows and the like, which are no problems
 */
public record Tables(List<Node> documents, List<Problem> problems, List<Problem> notes) {

    public Tables {
        documents = List.copyOf(documents);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether a file holds tables, by its name, .csv, .tsv, .xlsx, .xlsm, .ndjson, or by a mapping beside it. */
    public static boolean isTable(Path file) {
        return TableFile.isTable(file.toString()) || Files.isRegularFile(Mapping.beside(file));
    }

    /**
     * Reads tables. Headings that can mean several things, and are not settled by a file beside the table, are problems.
     *
     * @param base the universe whose cities, chains and words the rows may name
     */
    public static Tables read(List<Path> files, Universe base) {
        EntryCollector gathering = new EntryCollector(base, entry -> true);
        return new Tables(gathering.read(files), gathering.problems(), gathering.notes());
    }
}
