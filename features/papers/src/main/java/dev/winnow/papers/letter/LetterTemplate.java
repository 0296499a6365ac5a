package dev.winnow.papers.letter;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.TextFile;
import dev.winnow.records.internal.entry.LetterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The text of a letter with placeholders. Each line is a paragraph. The first line, after {@code #}, is the title;
 * {@code ##} begins a section with a heading, {@code ---} ends it. Elsewhere, a blank line sets paragraphs apart. A list
 * such as {@code {reasons}} is a line of its own. Immutable.
 *
 * @param kind the kind of the letter
 * @param title the title
 * @param parts the lines after the title
 */
record LetterTemplate(LetterKind kind, String title, List<Part> parts) {

    /** The placeholders within a line. */
    static final List<String> WORDS = List.of(
            "addressee",
            "you",
            "project",
            "city",
            "decision",
            "day",
            "until",
            "bureau",
            "address",
            "contact",
            "signatory",
            "reference");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
    private static final Pattern BRACE = Pattern.compile("[{}｛｝]");
    private static final String TITLE = "# ";
    private static final String HEADING = "## ";
    private static final String RULE = "---";

    LetterTemplate {
        parts = List.copyOf(parts);
    }

    /** A line of a template. */
    sealed interface Part {}

    /** A paragraph. */
    record Line(String text) implements Part {}

    /** A list, by its placeholder. */
    record ListOf(String name) implements Part {}

    /** The beginning of a section; its heading is empty if it has none. */
    record Heading(String text) implements Part {}

    /** Returns the placeholders of the lists of a letter. */
    private static List<String> lists(LetterKind kind) {
        return switch (kind) {
            case DECLINED -> List.of("reasons", "strengths");
            case RECOMMENDED -> List.of("strengths", "conditions");
            case REQUEST -> List.of("questions", "conditions");
            case PENDING -> List.of("reasons", "conditions");
        };
    }

    /** Returns the placeholders without which a template is refused. */
    private static List<String> required(LetterKind kind) {
        return switch (kind) {
            case DECLINED -> List.of("project", "decision", "reasons");
            case RECOMMENDED -> List.of("project", "decision", "conditions");
            case REQUEST -> List.of("project", "questions", "until");
            case PENDING -> List.of("project", "decision");
        };
    }

    /** Reads a template; null if it has problems. */
    static @Nullable LetterTemplate read(TextFile file, LetterKind kind, List<Problem> problems) {
        Reader reader = new Reader(file.file(), kind);
        LetterTemplate template = reader.read(file.text());
        problems.addAll(reader.problems);
        return reader.problems.isEmpty() ? template : null;
    }

    private static final class Reader {

        private final String file;
        private final LetterKind kind;
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> used = new TreeSet<>();
        private final List<String> known;

        Reader(String file, LetterKind kind) {
            this.file = file;
            this.kind = kind;
            this.known = Stream.concat(lists(kind).stream(), WORDS.stream()).toList();
        }

        LetterTemplate read(String text) {
            String title = "";
            List<Part> parts = new ArrayList<>();
            String heading = "";
            int number = 0;
            for (String line : text.split("\n", -1)) {
                number++;
                String stripped = line.strip();
                if (stripped.isEmpty()) {
                    if (heading.isEmpty() && !parts.isEmpty()) {
                        parts.add(new Heading(""));
                    }
                    continue;
                }
                check(line, number);
                if (title.isEmpty()) {
                    title = title(line, number);
                } else if (stripped.startsWith(HEADING)) {
                    heading = stripped.substring(HEADING.length()).strip();
                    parts.add(new Heading(heading));
                } else if (stripped.equals(RULE)) {
                    heading = "";
                    parts.add(new Heading(heading));
                } else {
                    Matcher whole = PLACEHOLDER.matcher(stripped);
                    parts.add(
                            whole.matches() && lists(kind).contains(whole.group(1))
                                    ? new ListOf(String.valueOf(whole.group(1)))
                                    : new Line(stripped));
                }
            }
            for (String name : required(kind)) {
                if (!used.contains(name)) {
                    problems.add(Problem.at(
                                    Place.file(file),
                                    "the template `%s` needs the placeholder `{%s}`",
                                    kind.word(),
                                    name)
                            .with(lists(kind).contains(name) ? Message.of("write it on a line of its own") : null));
                }
            }
            return new LetterTemplate(kind, title, parts);
        }

        private String title(String line, int number) {
            if (line.startsWith(TITLE)) {
                return line.substring(TITLE.length()).strip();
            }
            problems.add(new Problem(
                    new Place(file, number, 1, line),
                    Message.of("the first line of a template is its title"),
                    line.length(),
                    Message.of("begin it with `%s`", "#")));
            return line;
        }

        /** Reports unknown placeholders, lists within a line, and braces without a partner. */
        private void check(String line, int number) {
            Matcher found = PLACEHOLDER.matcher(line);
            while (found.find()) {
                String name = String.valueOf(found.group(1));
                used.add(name);
                if (!known.contains(name)) {
                    problem(
                            line,
                            number,
                            found.start(),
                            found.end(),
                            Message.of("unknown placeholder `{%s}`", name),
                            Nearest.oneOf(name, known));
                } else if (lists(kind).contains(name) && !line.strip().equals(found.group())) {
                    problem(
                            line,
                            number,
                            found.start(),
                            found.end(),
                            Message.of("`{%s}` is a list", name),
                            Message.of("write it on a line of its own"));
                }
            }
            Matcher brace = BRACE.matcher(PLACEHOLDER
                    .matcher(line)
                    .replaceAll(one -> " ".repeat(one.group().length())));
            while (brace.find()) {
                problem(
                        line,
                        number,
                        brace.start(),
                        brace.end(),
                        Message.of("`%s` belongs to no placeholder", brace.group()),
                        Message.of("a placeholder is written `%s`", "{project}"));
            }
        }

        private void problem(String line, int number, int from, int to, Message what, Message advice) {
            problems.add(new Problem(new Place(file, number, from + 1, line), what, to - from, advice));
        }
    }
}
