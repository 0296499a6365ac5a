package dev.winnow.tables.answers;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.meaning.HeadingCatalogue;
import dev.winnow.tables.write.Separated;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of a file of answers that are not taken, with what is wrong at each, to be mended and read again: those
 * of questions into one file, those of each list into another. A file that is there is never written over.
 */
public final class RefusedAnswers {

    private final Path answers;
    private final Language language;
    private final Function<Problem, String> words;

    /**
     * @param answers the file that they come from, beside which they are written
     * @param words gives a reason in the user's language
     */
    public RefusedAnswers(Path answers, Language language, Function<Problem, String> words) {
        this.answers = answers;
        this.language = language;
        this.words = words;
    }

    /** Writes rows, and tells which files. */
    public List<Path> write(List<AnswerFile.Refused> rows) throws IOException {
        Map<String, List<AnswerFile.Refused>> byList = new LinkedHashMap<>();
        for (AnswerFile.Refused row : rows) {
            EntryKind kind = row.row().kind();
            byList.computeIfAbsent(kind == null ? "" : "-" + kind.list(), any -> new ArrayList<>())
                    .add(row);
        }
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, List<AnswerFile.Refused>> list : byList.entrySet()) {
            written.add(list.getKey().isEmpty() ? questions(list.getValue()) : list(list.getKey(), list.getValue()));
        }
        return written;
    }

    private Path questions(List<AnswerFile.Refused> rows) throws IOException {
        List<AnswerColumn> columns = List.of(AnswerColumn.values());
        List<List<String>> lines = new ArrayList<>();
        for (AnswerFile.Refused row : rows) {
            List<String> cells = new ArrayList<>(List.of(why(row)));
            columns.forEach(column -> cells.add(row.row().text(column)));
            lines.add(cells);
        }
        return write(
                "", columns.stream().map(column -> column.heading(language)).toList(), lines);
    }

    private Path list(String suffix, List<AnswerFile.Refused> rows) throws IOException {
        Set<String> headings = new TreeSet<>();
        List<String> first = new ArrayList<>();
        for (AnswerFile.Refused row : rows) {
            row.row().headings().stream().filter(headings::add).forEach(first::add);
        }
        List<List<String>> lines = new ArrayList<>();
        for (AnswerFile.Refused row : rows) {
            List<String> cells = new ArrayList<>(List.of(why(row)));
            first.forEach(heading -> cells.add(cell(row.row(), heading)));
            lines.add(cells);
        }
        return write(suffix, first, lines);
    }

    private static String cell(AnswerRow row, String heading) {
        int at = row.headings().indexOf(heading);
        @Nullable
        String text = at < 0 || at >= row.cells().size() ? null : row.cells().get(at);
        return text == null ? "" : text;
    }

    private String why(AnswerFile.Refused row) {
        return row.problems().stream().map(words).collect(Collectors.joining("; "));
    }

    private Path write(String suffix, List<String> headings, List<List<String>> rows) throws IOException {
        Path file = free(suffix);
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            CsvWriter csv = Separated.csv(out);
            List<String> head = new ArrayList<>(List.of(HeadingCatalogue.get().ignored("refusedBecause", language)));
            head.addAll(headings);
            csv.writeRecord(head);
            for (List<String> row : rows) {
                csv.writeRecord(row.stream().map(Separated::safe).toList());
            }
            csv.flush();
        }
        return file;
    }

    /** A name beside the answers that no file has yet. */
    private Path free(String suffix) {
        String name = String.valueOf(answers.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path file = answers.resolveSibling(name + ".refused" + suffix + ".csv");
        for (int number = 2; Files.exists(file); number++) {
            file = answers.resolveSibling(name + ".refused" + suffix + "-" + number + ".csv");
        }
        return file;
    }
}
