package dev.winnow.language.internal.syntax;

import dev.winnow.language.internal.syntax.RuleTable.Cell;
import dev.winnow.language.internal.syntax.RuleTable.Column;
import dev.winnow.language.internal.syntax.RuleTable.Content;
import dev.winnow.language.internal.syntax.Token.Kind;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parses the table of a rule: a head, then one row per line, with {@code |} between cells. */
final class TableParser {

    private static final int MOST_ROWS = 20;
    private static final int MOST_COLUMNS = 10;
    private static final List<String> NAMES =
            List.of(RuleTable.RULE, RuleTable.POINTS, RuleTable.TITLE, RuleTable.SOURCE, RuleTable.REASON);

    private final RuleFile file;
    private final TokenStream tokens;

    TableParser(RuleFile file, TokenStream tokens) {
        this.file = file;
        this.tokens = tokens;
    }

    /** A cell as written: its tokens, none if it is empty, and the separator that gives an empty cell its position. */
    private record Written(List<Token> words, TokenPosition beside) {

        TokenPosition spot() {
            return words.isEmpty()
                    ? beside
                    : words.get(0).spot().to(words.get(words.size() - 1).spot());
        }
    }

    /**
     * Parses a table after {@code @table(}, including its closing bracket. Mistakes are reported. A row that cannot be
     * parsed is left out, or all rows if the head cannot be parsed.
     *
     * @param name the name of the annotation
     * @param id the id of the rule
     * @throws SyntaxException if the table is not closed
     */
    RuleTable read(Token name, Token id) {
        List<List<Token>> lines = lines();
        int before = file.problems().size();
        List<Column> columns = lines.isEmpty() ? List.of() : head(lines.get(0));
        List<List<Cell>> rows = new ArrayList<>();
        if (lines.size() < 2) {
            file.report(
                    name.spot(),
                    lines.isEmpty() ? Message.of("`%s` is empty", "@table") : Message.of("the table has no rows"),
                    Message.of("write its head, `%s`, then one row per line", "rule | $max | points"));
        }
        if (lines.size() > MOST_ROWS + 1) {
            file.report(
                    lines.get(MOST_ROWS + 1).get(0).spot(),
                    Message.of("a table has at most %s rows", MOST_ROWS),
                    Message.of("write the rest as rules"));
        }
        boolean read = file.problems().size() == before;
        for (int i = 1; i < lines.size() && read; i++) {
            List<Cell> row = row(columns, lines.get(i));
            if (!row.isEmpty()) {
                rows.add(row);
            }
        }
        return new RuleTable(id.text(), "", List.copyOf(columns), List.copyOf(rows), file.place(id.spot()));
    }

    /** Returns the tokens by line, up to the closing bracket. */
    private List<List<Token>> lines() {
        List<List<Token>> lines = new ArrayList<>();
        int line = 0;
        while (!tokens.peek().is(")")) {
            Token token = tokens.peek();
            if (tokens.atRuleEnd() || token.is("when") || token.is("then") || token.is("@")) {
                throw tokens.missing(Message.of("`%s` is missing: the table is not closed", ")"), null);
            }
            if (token.is("(")) {
                throw tokens.error(CELL, null);
            }
            tokens.take();
            if (token.spot().line() != line) {
                lines.add(new ArrayList<>());
                line = token.spot().line();
            }
            lines.get(lines.size() - 1).add(token);
        }
        tokens.take();
        return lines;
    }

    private static final Message CELL = Message.of("a cell must be a text in quotes, a number, or `%s` if empty", "-");

    private static List<Written> cells(List<Token> line) {
        List<Written> cells = new ArrayList<>();
        List<Token> words = new ArrayList<>();
        for (Token token : line) {
            if (token.is("|") || token.is("||")) {
                cells.add(new Written(List.copyOf(words), token.spot()));
                if (token.is("||")) {
                    cells.add(new Written(List.of(), token.spot()));
                }
                words.clear();
            } else {
                words.add(token);
            }
        }
        cells.add(new Written(List.copyOf(words), line.get(line.size() - 1).spot()));
        return cells;
    }

    private List<Column> head(List<Token> line) {
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Written head : cells(line)) {
            Token word = head.words().size() == 1 ? head.words().get(0) : null;
            if (word == null || (word.kind() != Kind.VARIABLE && !NAMES.contains(word.text()))) {
                String near = word == null ? null : Nearest.of(word.text(), NAMES);
                file.report(
                        head.spot(),
                        word == null || word.kind() != Kind.NAME
                                ? Message.of("the head of a column must be one name")
                                : Message.of("unknown column `%s`", word.text()),
                        near != null
                                ? Message.of("did you mean `%s`?", near)
                                : Message.of("use %s, or a variable of the rule", Message.names(NAMES)));
                columns.add(new Column(near == null ? "" : near, RuleTable.Kind.OF_RULE, head.spot()));
                continue;
            }
            if (!names.add(word.text())) {
                file.report(word.spot(), Message.of("duplicate column `%s`", word.text()), Message.of("remove one"));
            }
            columns.add(new Column(
                    word.text(),
                    word.kind() == Kind.VARIABLE ? RuleTable.Kind.VARIABLE : RuleTable.Kind.OF_RULE,
                    word.spot()));
        }
        if (!columns.get(0).name().equals(RuleTable.RULE)) {
            file.report(
                    columns.get(0).spot(),
                    Message.of("the first column of a table must be `%s`", RuleTable.RULE),
                    Message.of("give each row an id, by which cases and results name it"));
        }
        if (columns.size() > MOST_COLUMNS) {
            file.report(
                    columns.get(MOST_COLUMNS).spot(),
                    Message.of("a table has at most %s columns", MOST_COLUMNS),
                    Message.of("write the rest as rules"));
        }
        return columns;
    }

    /** Parses the cells of a row; empty if it does not fit the head or a cell is wrong. */
    private List<Cell> row(List<Column> columns, List<Token> line) {
        List<Written> written = cells(line);
        if (written.size() != columns.size()) {
            TokenPosition first = line.get(0).spot();
            file.report(
                    first.to(line.get(line.size() - 1).spot()),
                    Message.of("the row has %s cells, but the head has %s", written.size(), columns.size()),
                    written.get(0).words().isEmpty()
                            ? Message.of("write `%s` only between cells, not before the first", "|")
                            : written.get(written.size() - 1).words().isEmpty()
                                    ? Message.of("write `%s` only between cells, not after the last", "|")
                                    : Message.of("write `%s` for an empty cell", "-"));
            return List.of();
        }
        List<Cell> row = new ArrayList<>();
        for (Written one : written) {
            Cell cell = cell(one);
            if (cell != null) {
                row.add(cell);
            }
        }
        return row.size() == columns.size() ? List.copyOf(row) : List.of();
    }

    /** Parses a cell; null if it is wrong, which is reported. */
    private @Nullable Cell cell(Written written) {
        List<Token> words = written.words();
        TokenPosition spot = written.spot();
        if (words.isEmpty()) {
            file.report(spot, Message.of("a cell is empty"), Message.of("did you mean `%s`?", "-"));
            return null;
        }
        Token first = words.get(0);
        if (words.size() == 1) {
            switch (first.kind()) {
                case TEXT -> {
                    return new Cell(Content.TEXT, first.text(), spot);
                }
                case NUMBER -> {
                    return new Cell(Content.NUMBER, first.text(), spot);
                }
                case NAME -> {
                    if (first.is("true") || first.is("false")) {
                        return new Cell(Content.FLAG, first.text(), spot);
                    }
                }
                default -> {
                    if (first.is("-")) {
                        return new Cell(Content.BLANK, "", spot);
                    }
                }
            }
        }
        if (first.is("-") && words.size() == 2 && words.get(1).kind() == Kind.NUMBER) {
            return new Cell(Content.NUMBER, "-" + words.get(1).text(), spot);
        }
        if (first.kind() == Kind.NAME) {
            String text = file.text(spot);
            file.report(
                    spot,
                    Message.of("ids and texts in a table must be in quotes"),
                    Message.of("did you mean `\"%s\"`?", text));
            return new Cell(Content.TEXT, text, spot);
        }
        file.report(
                spot,
                CELL,
                first.kind() == Kind.NUMBER
                        ? Message.of("define numbers in limits.yaml, and name them by their ids")
                        : null);
        return null;
    }
}
