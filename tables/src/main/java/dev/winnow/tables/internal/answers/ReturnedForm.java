package dev.winnow.tables.internal.answers;

import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.tables.internal.answers.AnswerRow.Cell;
import dev.winnow.tables.internal.answers.FormRows.FormRow;
import dev.winnow.tables.internal.cells.CsvSheet;
import dev.winnow.tables.internal.cells.Sheet;
import dev.winnow.tables.internal.cells.UnreadableTable;
import dev.winnow.tables.internal.cells.Workbook;
import dev.winnow.tables.internal.entries.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A blind form as an assessor returned it: a workbook, its first sheet as CSV, Markdown with answers, or the JSON that
 * the form in a browser saves.
 *
 * @param file the file as the user named it
 * @param rows its rows
 */
public record ReturnedForm(String file, FormRows rows) {

    private static final FormLayout LAYOUT = FormLayout.JUDGEMENTS;

    /** The version of the JSON. */
    private static final String VERSION = "1";

    /** The keys of an answer in JSON. */
    private static final List<String> KEYS =
            LAYOUT.columns().stream().map(AnswerColumn::key).toList();

    /**
     * Reads a file.
     *
     * @param file the name of the file in messages, whose ending says how it is read
     * @throws UnreadableTable if the file cannot be read or contains no such form
     */
    public static ReturnedForm read(Path path, String file) throws IOException, UnreadableTable {
        String lower = file.toLowerCase(Locale.ROOT);
        if (!Files.exists(path)) {
            throw TableFile.missing(path, file);
        }
        if (Files.isDirectory(path)) {
            throw TableFile.folder(path, file);
        }
        FormRows rows;
        if (lower.endsWith(".xlsx")) {
            rows = workbook(path, file);
        } else if (lower.endsWith(".csv")) {
            try (Sheet sheet = CsvSheet.open(path, file)) {
                rows = FormRows.of(sheet, LAYOUT);
            }
        } else if (lower.endsWith(".json")) {
            List<Problem> problems = new ArrayList<>();
            return json(file, Document.read(path, file, problems), problems);
        } else if (lower.endsWith(".md") || lower.endsWith(".markdown")) {
            rows = markdown(path, file);
        } else {
            throw new UnreadableTable(Problem.at(Place.file(file), "this is not a returned form")
                    .with(
                            lower.endsWith(".html")
                                    ? Message.of("give the `%s` file that the form saves", ".json")
                                    : Message.of(
                                            "it is one of %s",
                                            Message.names(List.of(".xlsx", ".csv", ".md", ".json")))));
        }
        return found(file, rows);
    }

    private static ReturnedForm found(String file, FormRows rows) throws UnreadableTable {
        if (!rows.found()) {
            throw new UnreadableTable(Problem.at(Place.file(file), "no row answers a question")
                    .with(Message.of(
                            "keep the columns that `winnow panel ask` writes, such as `%s` and `%s`", "fact", "of")));
        }
        return new ReturnedForm(file, rows);
    }

    private static FormRows workbook(Path path, String file) throws IOException, UnreadableTable {
        List<FormRow> rows = new ArrayList<>();
        Map<String, Cell> about = new LinkedHashMap<>();
        boolean found = false;
        try (Workbook book = Workbook.open(path, file)) {
            for (Workbook.Part part : book.sheets()) {
                if (!part.hidden()) {
                    try (Sheet sheet = book.open(part)) {
                        FormRows read = FormRows.of(sheet, LAYOUT);
                        rows.addAll(read.rows());
                        read.about().forEach((key, cell) -> FormRows.state(about, key, cell));
                        found |= read.found();
                    }
                }
            }
        }
        return new FormRows(rows, about, found);
    }

    private static FormRows markdown(Path path, String file) throws IOException {
        MarkdownAnswers read = MarkdownAnswers.read(path, file, LAYOUT);
        List<FormRow> rows = new ArrayList<>();
        read.questions().forEach(row -> rows.add(new FormRow(row, List.of())));
        read.refused().forEach(one -> rows.add(new FormRow(one.row(), one.problems())));
        return new FormRows(
                rows,
                read.about(),
                rows.stream().anyMatch(one -> !one.row().text(AnswerColumn.FACT).isEmpty()));
    }

    /**
     * Reads the JSON that the form in a browser saves.
     *
     * @param file the name of the file in messages
     * @throws UnreadableTable if the content is not JSON
     */
    public static ReturnedForm parse(String file, byte[] content) throws UnreadableTable {
        List<Problem> problems = new ArrayList<>();
        return json(file, Document.parse(file, content, problems), problems);
    }

    private static ReturnedForm json(String file, @Nullable Node root, List<Problem> problems) throws UnreadableTable {
        requireForm(root, problems);
        Node answers = Objects.requireNonNull(root).isMap() ? root.get("answers") : null;
        return found(
                file,
                answers == null || !answers.isList()
                        ? new FormRows(List.of(), Map.of(), false)
                        : new FormRows(
                                answers.items().stream()
                                        .map(item -> FormRows.of(item, LAYOUT, KEYS))
                                        .toList(),
                                FormRows.about(root, LAYOUT),
                                true));
    }

    /**
     * Refuses content that is not the JSON of a form.
     *
     * @throws UnreadableTable if it has problems, or the version of another winnow
     */
    static void requireForm(@Nullable Node root, List<Problem> problems) throws UnreadableTable {
        if (root == null || !problems.isEmpty()) {
            throw new UnreadableTable(problems.get(0));
        }
        Node version = root.isMap() ? root.get("schema") : null;
        if (version != null && !(version.isScalar() && version.text().equals(VERSION))) {
            throw new UnreadableTable(version.problem(
                    Message.of("the form has another `%s` than `%s`", "schema", VERSION),
                    Message.of("read it with the winnow that wrote it, or fill in a new form")));
        }
    }

    /** Returns a metadata text; empty if the form has none. */
    String about(String key) {
        Cell cell = rows.about().get(key);
        return cell == null ? "" : cell.text();
    }

    /** Returns the place of a metadata text; the file if the form has none. */
    Place at(String key) {
        Cell cell = rows.about().get(key);
        return cell == null ? Place.file(file) : cell.place();
    }

    /** Returns the metadata as rows of a key and a text. */
    List<List<String>> metadata() {
        return LAYOUT.about().stream()
                .filter(key -> !about(key).isEmpty())
                .map(key -> List.of(key, about(key)))
                .toList();
    }

    /** Returns the number of the round that the form states; null if it states none. */
    public @Nullable Integer round() {
        String round = about("panel.round");
        return round.matches("[1-9]\\d{0,2}") ? Integer.valueOf(round) : null;
    }

    /** Returns the digests of the facts that the form asks for, by name, as it states them. */
    Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        for (String part : about("panel.facts").split(";", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            if (words.length == 2) {
                digests.put(words[0], Objects.requireNonNull(words[1]));
            }
        }
        return digests;
    }
}
