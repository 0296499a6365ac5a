package dev.winnow.workbench.internal.edit;

import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.language.internal.syntax.Lexer;
import dev.winnow.language.internal.syntax.RuleFile;
import dev.winnow.language.internal.syntax.RuleParser;
import dev.winnow.language.internal.syntax.RuleTable;
import dev.winnow.language.internal.syntax.Token;
import dev.winnow.language.internal.syntax.TokenPosition;
import dev.winnow.model.internal.assumption.Assumptions;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.workbench.internal.edit.PackNumber.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the numbers of a pack: its limits, weights, thresholds, points and assumptions. */
public final class PackNumbers {

    /** Dates, which are no numbers to change. */
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}");

    /** Maximum number of numbers in a value: a figure or an interval. */
    private static final int MOST = 2;

    private final PackFiles files;
    private final List<Problem> problems = new ArrayList<>();
    private final List<PackNumber> found = new ArrayList<>();
    private final Map<String, Integer> keys = new HashMap<>();

    private PackNumbers(PackFiles files) {
        this.files = files;
    }

    /** A value in a YAML file, before its numbers are known. */
    private record Entry(
            Kind kind,
            String of,
            String title,
            String group,
            String file,
            @Nullable String from,
            @Nullable String source,
            @Nullable String reason) {}

    /**
     * {@return the numbers of a pack, by kind and file order} Parts of files that cannot be read are left out.
     *
     * @param files the files of the pack
     */
    public static List<PackNumber> of(PackFiles files) {
        PackNumbers numbers = new PackNumbers(files);
        Node limits = numbers.yaml("limits.yaml");
        Node pack = numbers.yaml("pack.yaml");
        Node assumptions = numbers.yaml(Assumptions.FILE);
        if (limits != null) {
            numbers.list(limits, "limits").forEach(numbers::limit);
        }
        if (pack != null) {
            numbers.weights(pack);
        }
        files.names().stream().filter(name -> name.endsWith(".drl")).forEach(numbers::points);
        if (assumptions != null) {
            numbers.list(assumptions, "assumptions").forEach(numbers::assumption);
        }
        return List.copyOf(numbers.found);
    }

    private @Nullable Node yaml(String name) {
        Node root = files.yaml(name, problems);
        return root != null && root.isMap() ? root : null;
    }

    private List<Node> list(Node map, String key) {
        return map.list(key, problems).stream().filter(Node::isMap).toList();
    }

    private static @Nullable String text(Node map, String key) {
        Node value = map.get(key);
        return value == null || !value.isScalar() ? null : value.text().strip();
    }

    private static String plain(Node map, String key) {
        String text = text(map, key);
        return text == null ? "" : text;
    }

    private static @Nullable String either(Node inner, Node outer, String key) {
        String own = text(inner, key);
        return own != null ? own : text(outer, key);
    }

    private void limit(Node limit) {
        for (Node dated : list(limit, "values")) {
            Entry entry = new Entry(
                    Kind.LIMIT,
                    plain(limit, "id"),
                    plain(limit, "title"),
                    "",
                    "limits.yaml",
                    text(dated, "from"),
                    either(dated, limit, "source"),
                    either(dated, limit, "reason"));
            add(entry, dated.get("value"), 1);
        }
    }

    private void weights(Node pack) {
        for (Node criterion : list(pack, "criteria")) {
            Entry entry = new Entry(
                    Kind.WEIGHT,
                    plain(criterion, "id"),
                    plain(criterion, "title"),
                    plain(criterion, "side"),
                    "pack.yaml",
                    null,
                    null,
                    null);
            add(entry, criterion.get("weight"), 1);
        }
        Node thresholds = pack.get("thresholds");
        if (thresholds != null && thresholds.isMap()) {
            for (String name : List.of("recommend", "decline")) {
                add(new Entry(Kind.THRESHOLD, name, "", "", "pack.yaml", null, null, null), thresholds.get(name), 1);
            }
        }
    }

    private void assumption(Node assumption) {
        Node reason = assumption.get("reason");
        Entry entry = new Entry(
                Kind.ASSUMPTION,
                plain(assumption, "fact"),
                "",
                "",
                Assumptions.FILE,
                null,
                text(assumption, "source"),
                reason != null && reason.isMap() ? text(reason, "en") : text(assumption, "reason"));
        Node share = assumption.get("share");
        add(entry, share != null && share.isMap() ? share.get("is") : assumption.get("value"), MOST);
    }

    /** Adds the numbers of a value, unless it has more of them or none, or spans lines. */
    private void add(Entry entry, @Nullable Node value, int most) {
        if (value == null || !value.isScalar()) {
            return;
        }
        Place place = value.place();
        String line = place.text() == null ? "" : place.text();
        int at = line.indexOf(value.text(), Math.max(0, Math.min(place.column() - 1, line.length())));
        List<int[]> spans = new ArrayList<>();
        Matcher numbers = PackNumber.NUMBER.matcher(value.text());
        while (numbers.find()) {
            spans.add(new int[] {numbers.start(), numbers.end()});
        }
        if (at < 0
                || spans.isEmpty()
                || spans.size() > most
                || DATE.matcher(value.text()).find()) {
            return;
        }
        String unit = value.text().substring(spans.get(spans.size() - 1)[1]).strip();
        for (int[] span : spans) {
            found.add(new PackNumber(
                    entry.kind(),
                    key(entry.kind() + " " + entry.of() + (entry.from() == null ? "" : " " + entry.from())),
                    entry.of(),
                    entry.title(),
                    entry.group(),
                    entry.file(),
                    place.line(),
                    at + span[0] + 1,
                    value.text().substring(span[0], span[1]),
                    unit,
                    entry.from(),
                    entry.source(),
                    entry.reason()));
        }
    }

    /** Returns a key that no other number has. */
    private String key(String name) {
        int count = keys.merge(name, 1, Integer::sum);
        return count == 1 ? name : name + " " + count;
    }

    private void points(String name) {
        String text = files.rules(name, problems);
        if (text == null) {
            return;
        }
        String criterion = name.substring(0, name.length() - ".drl".length());
        RuleFile file = new RuleFile(files.place(name).file(), criterion, text, problems);
        List<Token> tokens = Lexer.tokens(file);
        String rule = "";
        String title = "";
        for (int i = 0; i + 3 < tokens.size(); i++) {
            if (tokens.get(i).is("rule") && tokens.get(i + 1).kind() == Token.Kind.TEXT) {
                rule = tokens.get(i + 1).text();
                title = "";
            } else if (tokens.get(i).is("@") && tokens.get(i + 2).is("(")) {
                Token value = tokens.get(i + 3);
                if (tokens.get(i + 1).is("title") && value.kind() == Token.Kind.TEXT) {
                    title = value.text();
                } else if (tokens.get(i + 1).is("points") && value.kind() == Token.Kind.NUMBER) {
                    points(rule, title, criterion, name, value.text(), value.spot());
                }
            }
        }
        tables(file).forEach(table -> rows(table, criterion, name));
    }

    private void points(String rule, String title, String criterion, String file, String text, TokenPosition spot) {
        if (PackNumber.NUMBER.matcher(text).matches()) {
            found.add(new PackNumber(
                    Kind.POINTS,
                    key(Kind.POINTS + " " + rule),
                    rule,
                    title,
                    criterion,
                    file,
                    spot.line(),
                    spot.column(),
                    text,
                    "",
                    null,
                    null,
                    null));
        }
    }

    private static Set<RuleTable> tables(RuleFile file) {
        Set<RuleTable> tables = new LinkedHashSet<>();
        RuleParser.parse(file, null).rules().forEach(rule -> {
            RuleTable.Row row = rule.row();
            if (row != null) {
                tables.add(row.table());
            }
        });
        return tables;
    }

    private void rows(RuleTable table, String criterion, String file) {
        int column = table.column(RuleTable.POINTS);
        if (column >= 0) {
            table.rows().forEach(row -> {
                RuleTable.Cell cell = row.get(column);
                points(row.get(0).text(), table.title(), criterion, file, cell.text(), cell.spot());
            });
        }
    }
}
