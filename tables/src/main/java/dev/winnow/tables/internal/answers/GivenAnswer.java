package dev.winnow.tables.internal.answers;

import dev.winnow.model.internal.history.Answer;
import dev.winnow.model.source.Language;
import dev.winnow.model.source.Node;
import dev.winnow.model.universe.EntryKind;
import dev.winnow.model.vocabulary.Vocabulary;
import dev.winnow.tables.internal.entries.RowReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the form in a browser saves it.
 *
 * @param fact the fact in question, such as {@code project.yieldRate}
 * @param of the id of its project or city
 * @param answer the answer, or a reply instead of one; null if there are only rows
 * @param rows rows of a list, by property; null if the question asks for no list
 * @param unit unit of a number without one; null if there is none
 * @param source the source; null if it was not given
 * @param asOf the date; null if it was not given
 * @param by the person or organisation that answered; null if it was not given
 */
public record GivenAnswer(
        String fact,
        String of,
        @Nullable String answer,
        @Nullable List<Map<String, String>> rows,
        @Nullable String unit,
        @Nullable String source,
        @Nullable String asOf,
        @Nullable String by) {

    public GivenAnswer {
        rows = rows == null ? null : List.copyOf(rows);
    }

    /** Returns the accepted answers of a file in the form of the browser, each question once. */
    public static List<GivenAnswer> of(LaidAnswers laid) {
        Set<Node> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        laid.taken().stream().map(Answer::said).forEach(taken::add);
        Map<String, GivenAnswer> byQuestion = new LinkedHashMap<>();
        for (AnswerFile.Given one : laid.file().given()) {
            if (taken.contains(one.said())) {
                GivenAnswer given = of(one);
                byQuestion.merge(given.of + " " + given.fact, given, GivenAnswer::and);
            }
        }
        return List.copyOf(byQuestion.values());
    }

    private static GivenAnswer of(AnswerFile.Given one) {
        Node said = one.said();
        AnswerRow row = one.row();
        String project = text(said, Vocabulary.PROJECT);
        String written = row.text(AnswerColumn.ANSWER);
        String unit = row.text(AnswerColumn.UNIT);
        Node rows = said.get("rows");
        return new GivenAnswer(
                String.valueOf(text(said, "fact")),
                String.valueOf(project == null ? text(said, Vocabulary.CITY) : project),
                written.isEmpty() ? answer(said) : written,
                rows == null
                        ? null
                        : rows.items().stream()
                                .map(entry -> cells(entry, row.kind()))
                                .toList(),
                unit.isEmpty() ? null : unit,
                text(said, "source"),
                text(said, "asOf"),
                text(said, "by"));
    }

    /** Joins rows of the same list. The origin of the first answer counts, as in the form. */
    private GivenAnswer and(GivenAnswer other) {
        List<Map<String, String>> all = new ArrayList<>(rows == null ? List.of() : rows);
        all.addAll(other.rows == null ? List.of() : other.rows);
        return new GivenAnswer(
                fact, of, answer == null ? other.answer : answer, all.isEmpty() ? null : all, unit, source, asOf, by);
    }

    private static @Nullable String text(Node said, String key) {
        Node value = said.get(key);
        return value == null || !value.isScalar() ? null : value.text();
    }

    /** Returns the answer of an entry in the form of universe files. */
    private static @Nullable String answer(Node said) {
        Node value = said.get("value");
        if (value != null) {
            return shown(value);
        }
        String complete = text(said, "complete");
        return complete == null
                ? text(said, "reply")
                : AnswerColumn.wholeness(Boolean.parseBoolean(complete), Language.EN);
    }

    private static Map<String, String> cells(Node entry, @Nullable EntryKind kind) {
        Map<String, String> cells = new LinkedHashMap<>();
        String name = text(entry, "name");
        for (Node.Field field : entry.each()) {
            String text = shown(field.value());
            // The id is made from the name when the row is read.
            if (!(field.key().equals("id") && name != null && text.equals(RowReader.id(name)))
                    && !(kind != null && field.key().equals(kind.holder()))) {
                cells.put(field.key(), text);
            }
        }
        return cells;
    }

    private static String shown(Node value) {
        if (!value.isList()) {
            return value.text();
        }
        return value.items().isEmpty()
                ? "none"
                : value.items().stream().map(GivenAnswer::shown).collect(Collectors.joining("; "));
    }
}
