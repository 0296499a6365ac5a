package dev.winnow.engine.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes out the table of a rule file as text, one rule per row. Shares nothing with the engine and expects the layout
 * of {@code rules fmt}.
 */
public final class WrittenOut {

    private static final Pattern RULE = Pattern.compile("(?ms)^rule \"([^\"]*)\"(.*?)^end$");
    private static final Pattern TABLE = Pattern.compile("(?ms)^ *@table\\(\\n(.*?)^ *\\)\\n");

    private WrittenOut() {}

    /** The file with a rule for each row of its table. */
    public static String of(String drl) {
        return RULE.matcher(drl).replaceAll(rule -> Matcher.quoteReplacement(written(rule.group(1), rule.group(2))));
    }

    private static String written(String id, String rest) {
        Matcher table = TABLE.matcher(rest);
        if (!table.find()) {
            return rule(id, rest);
        }
        List<List<String>> lines = table.group(1).lines().map(WrittenOut::cells).toList();
        String plain = table.replaceAll("");
        return lines.stream()
                .skip(1)
                .map(row -> {
                    Map<String, String> cells = new TreeMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        cells.put(lines.get(0).get(i), row.get(i));
                    }
                    return row(id, plain, cells);
                })
                .collect(Collectors.joining("\n\n"));
    }

    private static String rule(String id, String rest) {
        return "rule \"" + id + "\"" + rest + "end";
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = Pattern.compile("\"[^\"]*\"|[^\\s|]+").matcher(line);
        while (cell.find()) {
            cells.add(cell.group());
        }
        return cells;
    }

    private static String row(String table, String plain, Map<String, String> cells) {
        String text = plain;
        for (Map.Entry<String, String> cell : cells.entrySet()) {
            text = cell.getKey().startsWith("$") ? filled(text, cell.getKey(), cell.getValue()) : text;
        }
        text = annotated(text, "title", cells);
        text = annotated(text, "source", cells);
        if (cells.containsKey("points")) {
            text = text.replaceFirst("(@source\\()", "@points(" + cells.get("points") + ")  $1");
        }
        if (text.contains("card.award") && !text.contains("@family(")) {
            text = text.replaceFirst("(@source\\()", "@family(" + table + ")  $1");
        }
        String reason = cells.getOrDefault("reason", "-");
        if (!reason.equals("-")) {
            text = text.replaceFirst("(card\\.\\w+\\([^\"]*)\"[^\"]*\"", "$1" + Matcher.quoteReplacement(reason));
        }
        return rule(cells.get("rule").replace("\"", ""), text);
    }

    private static String annotated(String text, String annotation, Map<String, String> cells) {
        String cell = cells.getOrDefault(annotation, "-");
        return cell.equals("-")
                ? text
                : text.replaceFirst(
                        "@" + annotation + "\\(\"[^\"]*\"\\)",
                        "@" + annotation + "(" + Matcher.quoteReplacement(cell) + ")");
    }

    /** A rule with a variable replaced by the value of a cell. */
    private static String filled(String text, String variable, String cell) {
        String name = Pattern.quote(variable);
        Matcher limit = Pattern.compile("Limit\\( " + name + " : value \\)").matcher(text);
        if (!limit.find()) {
            return cell.equals("-")
                    ? text
                    : text.replaceFirst(
                            name + " : (\\w+)", "\\" + variable + " : $1, $1 == " + Matcher.quoteReplacement(cell));
        }
        if (!cell.equals("-")) {
            return limit.replaceFirst(
                    Matcher.quoteReplacement("Limit( id == " + cell + ", " + variable + " : value )"));
        }
        return text.replaceFirst("(?m)^ *Limit\\( " + name + " : value \\)\\n", "")
                .replaceAll(", \\w+ [<>]=? " + name + "\\b", "")
                .replaceAll(", " + name + "\\b", "");
    }
}
