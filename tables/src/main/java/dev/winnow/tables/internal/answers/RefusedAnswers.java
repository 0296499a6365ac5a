package dev.winnow.tables.internal.answers;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Problem;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.tables.internal.headings.HeadingCatalogue;
import dev.winnow.tables.internal.write.Separated;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the refused rows of an answer file with their problems, to be corrected and read again: questions to one file,
 * the rows of each list to another. Existing files are never overwritten.
 */
public final class RefusedAnswers {

    private final Path answers;
    private final FormLayout layout;
    private final Language language;
    private final Function<Problem, String> words;

    /**
     * @param answers the answer file, in whose folder the rows are written
     * @param layout the layout of its form
     * @param words returns a problem in the user's language
     */
    public RefusedAnswers(Path answers, FormLayout layout, Language language, Function<Problem, String> words) {
        this.answers = answers;
        this.layout = layout;
        this.language = language;
        this.words = words;
    }

    /**
     * Writes rows and returns the files.
     *
     * @param about the metadata of the form, above the headings of its rows
     */
    public List<Path> write(List<AnswerFile.Refused> rows, List<List<String>> about) throws IOException {
        Map<String, List<AnswerFile.Refused>> byList = new LinkedHashMap<>();
        for (AnswerFile.Refused row : rows) {
            EntryKind kind = row.row().kind();
            byList.computeIfAbsent(kind == null ? "" : "-" + kind.list(), any -> new ArrayList<>())
                    .add(row);
        }
        List<AnswerColumn> columns = layout.columns();
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, List<AnswerFile.Refused>> list : byList.entrySet()) {
            List<String> headings = list.getKey().isEmpty()
                    ? columns.stream().map(column -> column.heading(language)).toList()
                    : list.getValue().stream()
                            .flatMap(row -> row.row().headings().stream())
                            .distinct()
                            .toList();
            Function<AnswerRow, Stream<String>> cells = list.getKey().isEmpty()
                    ? row -> columns.stream().map(row::text)
                    : row -> headings.stream().map(heading -> cell(row, heading));
            written.add(write(
                    list.getKey(), list.getKey().isEmpty() ? about : List.of(), headings, list.getValue(), cells));
        }
        return written;
    }

    private static String cell(AnswerRow row, String heading) {
        int at = row.headings().indexOf(heading);
        return at < 0 || at >= row.cells().size() ? "" : row.cells().get(at);
    }

    private Path write(
            String suffix,
            List<List<String>> about,
            List<String> headings,
            List<AnswerFile.Refused> rows,
            Function<AnswerRow, Stream<String>> cells)
            throws IOException {
        String name = String.valueOf(answers.getFileName()).replaceFirst("\\.[^.]*$", "");
        Path file = answers.resolveSibling(name + ".refused" + suffix + ".csv");
        for (int number = 2; Files.exists(file); number++) {
            file = answers.resolveSibling(name + ".refused" + suffix + "-" + number + ".csv");
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            CsvWriter csv = Separated.csv(out);
            about.forEach(
                    line -> csv.writeRecord(line.stream().map(Separated::safe).toList()));
            String reason = HeadingCatalogue.get().ignored("refusedBecause", language);
            csv.writeRecord(Stream.concat(Stream.of(reason), headings.stream()).toList());
            for (AnswerFile.Refused row : rows) {
                String why = row.problems().stream().map(words).collect(Collectors.joining("; "));
                csv.writeRecord(Stream.concat(Stream.of(why), cells.apply(row.row()))
                        .map(Separated::safe)
                        .toList());
            }
            csv.flush();
        }
        return file;
    }
}
