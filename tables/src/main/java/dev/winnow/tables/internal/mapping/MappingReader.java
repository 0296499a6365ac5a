package dev.winnow.tables.internal.mapping;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads mappings. A file in which all values are texts is in the short form: its keys are headings. */
final class MappingReader {

    /** Keys of an entry of {@code records}. */
    static final List<String> RECORD_KEYS = List.of(
            "file", "sheet", "from", "kind", "columns", "words", "set", "leave", "merge", "where", "except", "note");

    /** Keys of a file. */
    static final List<String> KEYS = List.of(
            "title",
            "note",
            "file",
            "sheet",
            "from",
            "kind",
            "columns",
            "words",
            "set",
            "leave",
            "merge",
            "where",
            "except",
            "records",
            "match",
            "corrections");

    /** Keys of a correction. */
    static final List<String> CORRECTION_KEYS = List.of("sheet", "cell", "was", "text");

    /** Keys of a column. */
    static final List<String> COLUMN_KEYS = List.of("to", "unit", "words", "split", "confirm", "note");

    /** The key of a proposed target or meaning. */
    static final String CONFIRM = "confirm";

    /** The value that leaves out all columns that are not named. */
    static final String REST = "rest";

    /** A file with one of these keys and a nested value is in the full form. */
    private static final Set<String> NESTED =
            Set.of("columns", "records", "words", "set", "match", "where", "except", "corrections");

    private static final Message MAPPING = Message.of("a mapping");
    /** Maximum number of sorts of records. Each is read as a separate table with its own headings. */
    private static final int MOST_RECORDS = 200;

    private static final Message RECORD = Message.of("an entry of `records`");
    private static final Message CORRECTION = Message.of("an entry of `corrections`");
    private static final Message COLUMN = Message.of("a column of a mapping");

    private final List<Problem> problems;

    MappingReader(List<Problem> problems) {
        this.problems = problems;
    }

    Mapping read(Node root) {
        if (!root.isMap()) {
            problems.add(root.problem(
                    Message.of(
                            "expected a mapping with keys, found %s",
                            root.kind().words()),
                    Message.of("did you mean `%s`?", "columns: {heading: property}")));
            return Mapping.NONE;
        }
        boolean nested = root.each().stream()
                .anyMatch(field -> NESTED.contains(field.key())
                        && (field.value().isMap() || field.value().isList()));
        if (!nested && root.each().stream().noneMatch(field -> isNested(field.value()))) {
            return new Mapping(RecordMap.of(columns(root), Map.of()), List.of(), Map.of());
        }
        root.allow(MAPPING, KEYS, problems);
        root.optionalText("title", problems);
        List<RecordMap> records = new ArrayList<>();
        List<Node> entries = root.list("records", problems);
        if (entries.size() > MOST_RECORDS) {
            problems.add(entries.get(MOST_RECORDS)
                    .problem(
                            Message.of("`%s` has more than %s entries", "records", MOST_RECORDS),
                            Message.of("use a path with `*` or `[]`, which selects several lists")));
            entries = List.of();
        }
        for (Node entry : entries) {
            if (entry.isMap()) {
                entry.allow(RECORD, RECORD_KEYS, problems);
                records.add(record(entry));
            } else if (!entry.flawed()) {
                problems.add(entry.problem(
                        Message.of(
                                "%s has keys; it is not %s",
                                RECORD, entry.kind().words()),
                        null));
            }
        }
        return new Mapping(record(root), records, words("match", root));
    }

    private static boolean isNested(Node value) {
        return value.isMap() || value.isList();
    }

    private RecordMap record(Node entry) {
        Node leave = entry.get("leave");
        boolean rest = leave != null && leave.isScalar() && leave.text().strip().equals(REST);
        if (leave != null && leave.isScalar() && !rest) {
            problems.add(leave.problem(
                    Message.of("`%s` must be a list of headings, or `%s`", "leave", REST),
                    Message.of("did you mean `%s`?", "[" + leave.text().strip() + "]")));
        }
        Map<String, ColumnMap> columns = new LinkedHashMap<>();
        Node listed = entry.map("columns", problems);
        if (listed != null) {
            columns.putAll(columns(listed));
        }
        return new RecordMap(
                text(entry, "file"),
                text(entry, "sheet"),
                from(entry),
                text(entry, "kind"),
                columns,
                words("words", entry),
                set(entry),
                leave == null || !leave.isList() ? List.of() : texts(leave),
                rest,
                flag(entry, "merge"),
                conditions(entry, "where"),
                conditions(entry, "except"),
                corrections(entry));
    }

    private List<CellCorrection> corrections(Node entry) {
        List<CellCorrection> corrections = new ArrayList<>();
        for (Node one : entry.list("corrections", problems)) {
            if (!one.isMap()) {
                problems.add(one.problem(
                        Message.of(
                                "%s has keys; it is not %s",
                                CORRECTION, one.kind().words()),
                        null));
                continue;
            }
            one.allow(CORRECTION, CORRECTION_KEYS, problems);
            Node cell = text(one, "cell");
            CellCorrection correction = cell == null
                    ? null
                    : CellCorrection.of(scalar(one, "sheet"), cell.text(), plain(one, "was"), plain(one, "text"));
            if (correction == null) {
                problems.add((cell == null ? one : cell)
                        .problem(
                                Message.of("%s needs the address of a cell as `%s`", CORRECTION, "cell"),
                                Message.of("did you mean `%s`?", "{cell: B12, was: abc, text: 12}")));
            } else {
                corrections.add(correction);
            }
        }
        return corrections;
    }

    private static @Nullable String scalar(Node entry, String key) {
        Node value = entry.get(key);
        return value == null || !value.isScalar() ? null : value.text();
    }

    private static String plain(Node entry, String key) {
        String text = scalar(entry, key);
        return text == null ? "" : text;
    }

    private @Nullable Node text(Node entry, String key) {
        return entry.optionalText(key, problems) == null ? null : entry.get(key);
    }

    private boolean flag(Node entry, String key) {
        Node said = text(entry, key);
        String text = said == null ? "false" : said.text().strip();
        if (said != null && !text.equals("true") && !text.equals("false")) {
            problems.add(said.problem(
                    Message.of("`%s` is `%s` or `%s`", key, "true", "false"),
                    Message.of("did you mean `%s`?", "true")));
        }
        return text.equals("true");
    }

    private @Nullable RecordPath from(Node entry) {
        Node said = text(entry, "from");
        if (said == null) {
            return null;
        }
        RecordPath path = RecordPath.of(said);
        if (path == null) {
            problems.add(said.problem(
                    Message.of("`%s` is not a path", said.text().strip()),
                    Message.of("did you mean `%s`, `%s` or `%s`?", "fabs", "companies[].sites", "fabs.*")));
        }
        return path;
    }

    private Map<String, ColumnMap> columns(Node map) {
        Map<String, ColumnMap> columns = new LinkedHashMap<>();
        for (Node.Field field : map.each()) {
            ColumnMap column = column(field);
            if (column != null) {
                columns.put(field.key(), column);
            }
        }
        return columns;
    }

    private @Nullable ColumnMap column(Node.Field field) {
        Node value = field.value();
        return switch (value.kind()) {
            case SCALAR -> ColumnMap.of(value);
            case LIST -> new ColumnMap(targets(value), null, Map.of(), null, true, null);
            case MAP -> column(value);
            case NULL -> {
                if (!value.flawed()) {
                    problems.add(field.problem(
                            Message.of("the heading `%s` has no property", field.key()),
                            Message.of("write `%s` to leave the column out", "\"" + Mapping.NOTHING + "\"")));
                }
                yield null;
            }
        };
    }

    private @Nullable ColumnMap column(Node map) {
        map.allow(COLUMN, COLUMN_KEYS, problems);
        Node to = map.get("to");
        Node proposed = map.get(CONFIRM);
        if (to != null && proposed != null) {
            problems.add(proposed.problem(
                    Message.of("%s has `%s` or `%s`, not both", COLUMN, "to", CONFIRM),
                    Message.of("keep only `%s`, which takes effect", "to")));
        }
        Node target = to == null ? proposed : to;
        Map<String, Word> words = words("words", map);
        if (target == null && map.get("words") == null && !map.flawed()) {
            problems.add(map.problem(Message.of("%s needs `%s` or `%s`", COLUMN, "to", "words"), null));
        }
        String split = map.get("split") == null ? null : map.optionalText("split", problems);
        return new ColumnMap(
                target == null ? List.of() : targets(target),
                text(map, "unit"),
                words,
                split,
                to != null || proposed == null,
                map.optionalText("note", problems));
    }

    private List<Node> targets(Node value) {
        List<Node> targets = value.isList() ? value.items() : List.of(value);
        for (Node target : targets) {
            if (!target.isScalar() && !target.flawed()) {
                problems.add(target.problem(
                        Message.of(
                                "expected a property or a list of properties, found %s",
                                target.kind().words()),
                        null));
            }
        }
        return targets.stream().filter(Node::isScalar).toList();
    }

    /** Meanings of texts: {@code text: word}, or {@code text: {confirm: word}} for a proposal. */
    private Map<String, Word> words(String key, Node entry) {
        Map<String, Word> words = new LinkedHashMap<>();
        Node map = entry.map(key, problems);
        if (map == null) {
            return words;
        }
        for (Node.Field field : map.each()) {
            Node value = field.value();
            Node proposed = value.isMap() ? value.get(CONFIRM) : null;
            if (value.isMap()) {
                value.allow(Message.of("the meaning of `%s`", field.key()), List.of(CONFIRM), problems);
            }
            Node word = proposed == null ? value : proposed;
            if (word.isScalar()) {
                words.put(field.key(), new Word(word, proposed == null));
            } else if (!word.flawed() && !value.isMap()) {
                problems.add(field.problem(
                        Message.of(
                                "the meaning of `%s` must be a text, not %s",
                                field.key(), word.kind().words()),
                        Message.of("write `%s` for unknown values", "unknown")));
            }
        }
        return words;
    }

    private Map<String, FilledText> set(Node entry) {
        Map<String, FilledText> set = new LinkedHashMap<>();
        Node map = entry.map("set", problems);
        if (map == null) {
            return set;
        }
        for (Node.Field field : map.each()) {
            if (field.value().isScalar()) {
                FilledText text = new FilledText(field);
                if (text.isOpen()) {
                    problems.add(field.value()
                            .problem(
                                    Message.of("a brace is not closed"),
                                    Message.of(
                                            "did you mean `%s`?",
                                            field.value().text().strip() + "}")));
                } else {
                    set.put(field.key(), text);
                }
            } else if (!field.value().flawed()) {
                problems.add(field.problem(
                        Message.of(
                                "`%s` must be set to a text, not to %s",
                                field.key(), field.value().kind().words()),
                        null));
            }
        }
        return set;
    }

    private List<RecordMap.RowCondition> conditions(Node entry, String key) {
        Node map = entry.map(key, problems);
        if (map == null) {
            return List.of();
        }
        List<RecordMap.RowCondition> conditions = new ArrayList<>();
        for (Node.Field field : map.each()) {
            List<String> texts = field.value().isScalar()
                    ? List.of(field.value().text())
                    : field.value().kind() == Node.Kind.NULL ? List.of("") : texts(field.value());
            conditions.add(new RecordMap.RowCondition(field.key(), texts, field.value()));
        }
        return conditions;
    }

    private List<String> texts(Node list) {
        Function<Node, @Nullable String> text = item -> {
            if (item.isScalar()) {
                return item.text().strip();
            }
            if (!item.flawed()) {
                problems.add(item.problem(
                        Message.of("expected a text, found %s", item.kind().words()), null));
            }
            return null;
        };
        return (list.isList() ? list.items() : List.of(list))
                .stream().map(text).filter(Objects::nonNull).toList();
    }
}
