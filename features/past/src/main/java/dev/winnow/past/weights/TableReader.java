package dev.winnow.past.weights;

import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Figure;
import dev.winnow.model.value.FigureText;
import dev.winnow.model.value.Fraction;
import dev.winnow.model.value.Unit;
import dev.winnow.past.weights.Statement.Classed;
import dev.winnow.past.weights.Statement.Ranked;
import dev.winnow.past.weights.TableWeights.Alternatives;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of alternatives by criteria, and statements about its rows. The first column has the names of the rows,
 * every other one the figures of a criterion. A heading may say in brackets whether low or high figures are better;
 * high ones are unless it does. Problems are reported at their place, and the rows and columns concerned are left out.
 */
public final class TableReader {

    /** The keys of statements about rows, each with its headings in tables. */
    public static final Map<String, List<String>> COLUMNS = Map.of(
            "name", List.of("name", "alternative", "option", "project", "名称", "方案", "项目"),
            "rank", List.of("rank", "名次", "排名", "排序"),
            "class", List.of("class", "类别", "等级", "分类"),
            "better", List.of("better", "preferred", "first", "优先"),
            "worse", List.of("worse", "over", "second", "次选"));

    private static final Message STATEMENT = Message.of("a row of a ranking");
    private static final Pattern DIRECTION = Pattern.compile("(.*?)\\s*[(（]\\s*(.+?)\\s*[)）]\\s*");
    private static final List<String> LOW =
            List.of("low", "lower", "low is better", "lower is better", "min", "低", "越低越好");
    private static final List<String> HIGH =
            List.of("high", "higher", "high is better", "higher is better", "max", "高", "越高越好");

    private final List<Problem> problems;
    private final Map<String, List<Fraction>> rows = new LinkedHashMap<>();
    private final List<String> criteria = new ArrayList<>();

    private TableReader(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * Reads a table.
     *
     * @param headings the cells of the first row
     * @param rows the cells of the others, as wide as the headings
     * @param low names of criteria whose low figures are better, besides those whose heading says so
     * @param problems receives the problems
     */
    public static Alternatives read(
            List<Node> headings, List<List<Node>> rows, Collection<String> low, List<Problem> problems) {
        TableReader reader = new TableReader(problems);
        reader.table(headings, rows, new LinkedHashSet<>(low));
        return new Alternatives(reader.criteria, reader.rows);
    }

    private void table(List<Node> headings, List<List<Node>> cells, Set<String> low) {
        Map<String, List<Figure>> figures = new LinkedHashMap<>();
        for (List<Node> row : cells) {
            Node name = row.get(0);
            int before = problems.size();
            List<Figure> read = new ArrayList<>();
            for (int i = 1; i < headings.size(); i++) {
                Figure figure = isStatement(headings.get(i)) ? null : figure(row.get(i), headings.get(i));
                if (figure != null) {
                    read.add(figure);
                }
            }
            if (!name.isScalar()) {
                problems.add(name.problem(Message.of("the row has no name")));
            } else if (problems.size() == before && figures.putIfAbsent(name.text(), read) != null) {
                problems.add(name.problem(Message.of("duplicate `%s`", name.text())));
            }
        }
        figures.keySet().forEach(name -> rows.put(name, new ArrayList<>()));
        Set<String> unused = new LinkedHashSet<>(low);
        int column = 0;
        for (Node heading : headings.subList(1, headings.size())) {
            if (!isStatement(heading)) {
                Matcher direction = DIRECTION.matcher(heading.text());
                String said = direction.matches() ? String.valueOf(direction.group(2)) : "";
                boolean directed = LOW.contains(said) || HIGH.contains(said);
                String name = directed ? String.valueOf(direction.group(1)) : heading.text();
                boolean lower = LOW.contains(said) || low.contains(name) || low.contains(heading.text());
                unused.removeAll(List.of(name, heading.text()));
                criterion(heading, name, lower, figures, column++);
            }
        }
        List<String> names = headings.stream()
                .map(one -> one.text().replaceFirst("\\s*[(（].*", ""))
                .toList();
        for (String word : unused) {
            problems.add(headings.get(0)
                    .problem(Message.of("the table has no column `%s`", word), Nearest.advice(word, names)));
        }
    }

    private static boolean isStatement(Node heading) {
        String text = heading.text().strip();
        return List.of("rank", "class").stream()
                .anyMatch(key -> Objects.requireNonNull(COLUMNS.get(key)).contains(text));
    }

    private @Nullable Figure figure(Node cell, Node heading) {
        if (!cell.isScalar()) {
            problems.add(cell.problem(Message.of("the row has no `%s`", heading.text())));
            return null;
        }
        Figure figure = FigureText.parse(cell, Unit.NUMBER, null, problems);
        if (figure != null && (figure.high().isUnbounded() || !figure.low().equals(figure.high()))) {
            problems.add(cell.problem(Message.of("`%s` is not an exact number", cell.text())));
            return null;
        }
        return figure;
    }

    /** Adds the values of a criterion: 0 for its worst figure, 1 for its best one. */
    private void criterion(Node heading, String name, boolean lower, Map<String, List<Figure>> figures, int column) {
        List<Fraction> all = figures.values().stream()
                .map(row -> Fraction.of(row.get(column).low().decimal()))
                .toList();
        Fraction least = all.stream().reduce(Fraction::min).orElse(Fraction.ZERO);
        Fraction most = all.stream().reduce(Fraction::max).orElse(Fraction.ZERO);
        if (least.equals(most)) {
            problems.add(heading.problem(
                    Message.of("all figures of `%s` are equal", name), Message.of("leave out the column")));
            return;
        }
        criteria.add(name);
        int at = 0;
        for (List<Fraction> row : rows.values()) {
            Fraction figure = all.get(at++);
            row.add((lower ? most.minus(figure) : figure.minus(least)).over(most.minus(least)));
        }
    }

    /**
     * Reads statements about the rows of a table: a rank, a class, or a preference.
     *
     * @param given maps with keys of {@link #COLUMNS}
     * @param names the names of the rows
     * @param problems receives the problems
     */
    public static List<Statement> statements(List<Node> given, Collection<String> names, List<Problem> problems) {
        List<Statement> statements = new ArrayList<>();
        TreeMap<Integer, Map<String, Place>> ranks = new TreeMap<>();
        for (Node row : given) {
            int before = problems.size();
            if (row.get("better") != null || row.get("worse") != null) {
                String better = name(row, "better", names, problems);
                String worse = name(row, "worse", names, problems);
                if (better != null && better.equals(worse)) {
                    problems.add(row.problem(Message.of("`%s` cannot be preferred to itself", better)));
                } else if (better != null && worse != null) {
                    statements.add(new Ranked(better, worse, false, row.place()));
                }
                continue;
            }
            String name = name(row, "name", names, problems);
            Integer rank = number(row, "rank", problems);
            Integer group = number(row, "class", problems);
            if (name != null && problems.size() == before) {
                Place place = Objects.requireNonNull(row.get("name")).place();
                if (rank != null) {
                    ranks.computeIfAbsent(rank, any -> new LinkedHashMap<>()).put(name, place);
                }
                if (group != null) {
                    statements.add(new Classed(name, group, place));
                }
            }
        }
        String above = null;
        for (Map<String, Place> alike : ranks.values()) {
            String first = null;
            for (Map.Entry<String, Place> one : alike.entrySet()) {
                String before = first == null ? above : first;
                if (before != null && !before.equals(one.getKey())) {
                    statements.add(new Ranked(before, one.getKey(), first != null, one.getValue()));
                }
                first = first == null ? one.getKey() : first;
            }
            above = first;
        }
        return statements;
    }

    private static @Nullable String name(Node row, String key, Collection<String> names, List<Problem> problems) {
        String name = row.requiredText(STATEMENT, key, problems);
        Node at = row.get(key);
        if (name != null && at != null && !names.contains(name)) {
            problems.add(at.problem(Message.of("the table has no row `%s`", name), Nearest.advice(name, names)));
            return null;
        }
        return name;
    }

    private static @Nullable Integer number(Node row, String key, List<Problem> problems) {
        Node at = row.get(key);
        if (at == null) {
            return null;
        }
        if (!at.text().matches("[1-9]\\d{0,2}")) {
            problems.add(at.problem(
                    Message.of("invalid `%s`: `%s`", key, at.text()),
                    Message.of("write a whole number from %s; %s is the best", 1, 1)));
            return null;
        }
        return Integer.valueOf(at.text());
    }
}
